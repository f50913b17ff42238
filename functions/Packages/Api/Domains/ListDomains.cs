using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Platform.Api;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Api.Domains;

/// <summary>Lists domains by their names.</summary>
public sealed class ListDomains : IOperation<ListDomainsRequest, ListDomainsResult>
{
    private readonly ITable _table;
    private readonly DomainViews _views;

    internal ListDomains(ITable table, DomainViews views) => (_table, _views) = (table, views);

    /// <inheritdoc/>
    public async Task<ListDomainsResult> RunAsync(ListDomainsRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        var query = new Query(PackageKeys.Domains) { PageToken = input.NextToken, Limit = input.MaxResults ?? 1000 };
        var page = await Pages.ReadAsync(_table, query, CommonErrors.Validation, cancellationToken);
        return new ListDomainsResult { Domains = [.. page.Items.Select(item => _views.Summarize(item.Read<StoredDomain>()))], NextToken = page.NextToken };
    }
}
