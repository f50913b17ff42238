using Sluice.Connections.Rules;
using Sluice.Platform.Accounts;

namespace Sluice.Connections.Api.Hosts;

/// <summary>Shows a host.</summary>
public sealed class GetHost : IOperation<GetHostInput, GetHostOutput>
{
    private readonly ConnectionFinder _finder;
    private readonly SuiteAccount _account;

    internal GetHost(ConnectionFinder finder, SuiteAccount account) => (_finder, _account) = (finder, account);

    /// <inheritdoc/>
    public async Task<GetHostOutput> RunAsync(GetHostInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var host = Answers.Of(await _finder.HostAsync(input.HostArn, cancellationToken), _account, context);
        return new GetHostOutput { Name = host.Name, ProviderType = host.ProviderType, ProviderEndpoint = host.ProviderEndpoint, Status = host.Status, VpcConfiguration = host.VpcConfiguration };
    }
}
