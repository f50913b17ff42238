using Sluice.Connections.Rules;
using Sluice.Platform.Accounts;

namespace Sluice.Connections.Api.Connections;

/// <summary>Shows a connection, without what it signs in with.</summary>
public sealed class GetConnection : IOperation<GetConnectionInput, GetConnectionOutput>
{
    private readonly ConnectionFinder _finder;
    private readonly SuiteAccount _account;

    internal GetConnection(ConnectionFinder finder, SuiteAccount account) => (_finder, _account) = (finder, account);

    /// <inheritdoc/>
    public async Task<GetConnectionOutput> RunAsync(GetConnectionInput input, OperationContext context, CancellationToken cancellationToken) =>
        new() { Connection = Answers.Of(await _finder.ConnectionAsync(input.ConnectionArn, cancellationToken), _account, context) };
}
