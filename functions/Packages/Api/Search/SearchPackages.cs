using Sluice.Packages.Api.Quarantines;
using Sluice.Packages.Records;
using Sluice.Packages.Resolving;

namespace Sluice.Packages.Api.Search;

/// <summary>Searches the packages of a domain, of all formats and in all repositories.</summary>
public sealed class SearchPackages : IOperation<SearchPackagesRequest, SearchPackagesResult>
{
    private readonly DomainStore _domains;
    private readonly DomainSearch _search;

    internal SearchPackages(DomainStore domains, DomainSearch search) => (_domains, _search) = (domains, search);

    /// <inheritdoc/>
    public async Task<SearchPackagesResult> RunAsync(SearchPackagesRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        await _domains.GetAsync(input.Domain, cancellationToken);
        var query = new DomainQuery(input.Name, input.Format, input.Namespace, input.Publisher, input.Quarantined);
        var (page, token) = ListedPage.Of(await _search.FindAsync(input.Domain, query, cancellationToken), hit => hit.Key, $"packages of {input.Domain} {query}", input.NextToken, input.MaxResults ?? 100);
        var packages = new List<FoundPackage>();
        foreach (var hit in page)
        {
            packages.Add(await ShowAsync(hit, cancellationToken));
        }

        return new SearchPackagesResult { Packages = packages, NextToken = token };
    }

    private async Task<FoundPackage> ShowAsync(DomainHit hit, CancellationToken cancellationToken)
    {
        var versions = await _search.VersionsAsync(hit, cancellationToken);
        return new FoundPackage
        {
            Format = hit.Package.Format,
            Namespace = hit.Package.Namespace,
            Package = hit.Package.Name,
            Repositories = hit.Repositories,
            NewestVersion = versions.Where(version => version.IsListed).MaxBy(version => (version.FirstHadAt, version.Version))?.Version,
            Publishers = [.. versions.Select(version => version.PublishedBy).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Quarantines = [.. hit.Quarantines.Select(QuarantineViews.Write)],
        };
    }
}
