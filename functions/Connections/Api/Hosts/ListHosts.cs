using Sluice.Connections.Rules;
using Sluice.Platform.Accounts;
using Sluice.Platform.Api;

namespace Sluice.Connections.Api.Hosts;

/// <summary>Lists hosts, page by page.</summary>
public sealed class ListHosts(ConnectionStore store, SuiteAccount account) : IOperation<ListHostsInput, ListHostsOutput>
{
    private const int PageSize = 100;

    /// <inheritdoc/>
    public async Task<ListHostsOutput> RunAsync(ListHostsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        try
        {
            var (hosts, token) = await store.ListHostsAsync(input.NextToken, input.MaxResults is > 0 and var most ? most : PageSize, cancellationToken);
            return new ListHostsOutput { Hosts = [.. hosts.Select(host => Answers.Of(host, account, context))], NextToken = token };
        }
        catch (ArgumentException) when (input.NextToken is not null)
        {
            throw Pages.InvalidToken(CommonErrors.Validation);
        }
    }
}
