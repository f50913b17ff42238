using Sluice.Connections.Rules;
using Sluice.Platform.Accounts;
using Sluice.Platform.Api;

namespace Sluice.Connections.Api.Connections;

/// <summary>Lists connections, page by page.</summary>
public sealed class ListConnections(ConnectionStore store, SuiteAccount account) : IOperation<ListConnectionsInput, ListConnectionsOutput>
{
    private const int PageSize = 100;

    /// <inheritdoc/>
    public async Task<ListConnectionsOutput> RunAsync(ListConnectionsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var (page, token) = await ReadAsync(input, cancellationToken);
        var host = input.HostArnFilter is { } arn ? ConnectionArns.Host(arn, account) ?? "" : null;
        var wanted = page
            .Where(connection => connection.Owner is null)
            .Where(connection => input.ProviderTypeFilter is not { } provider || connection.Provider == Providers.Read(provider))
            .Where(connection => host is null || connection.HostId == host);
        return new ListConnectionsOutput { Connections = [.. wanted.Select(connection => Answers.Of(connection, account, context))], NextToken = token };
    }

    private async Task<(IReadOnlyList<StoredConnection> Connections, string? NextToken)> ReadAsync(ListConnectionsInput input, CancellationToken cancellationToken)
    {
        try
        {
            return await store.ListAsync(input.NextToken, input.MaxResults is > 0 and var most ? most : PageSize, cancellationToken);
        }
        catch (ArgumentException) when (input.NextToken is not null)
        {
            throw Pages.InvalidToken(CommonErrors.Validation);
        }
    }
}
