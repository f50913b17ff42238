using Sluice.Packages.Records;

namespace Sluice.Packages.Api.Repositories;

/// <summary>Lists the repositories of a domain.</summary>
public sealed class ListRepositoriesInDomain : IOperation<ListRepositoriesInDomainRequest, ListRepositoriesInDomainResult>
{
    private readonly DomainStore _domains;
    private readonly RepositoryStore _repositories;
    private readonly RepositoryViews _views;

    internal ListRepositoriesInDomain(DomainStore domains, RepositoryStore repositories, RepositoryViews views) => (_domains, _repositories, _views) = (domains, repositories, views);

    /// <inheritdoc/>
    public async Task<ListRepositoriesInDomainResult> RunAsync(ListRepositoriesInDomainRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        await _domains.GetAsync(input.Domain, cancellationToken);
        var prefix = input.RepositoryPrefix ?? "";
        var all = (await _repositories.OfDomainAsync(input.Domain, cancellationToken)).Where(repository => repository.Name.StartsWith(prefix, StringComparison.Ordinal));
        var (page, token) = ListedPage.Of(all.Where(_ => _views.IsAdministrator(input.AdministratorAccount)), repository => repository.Name, $"repositories of {input.Domain} {input.AdministratorAccount} {prefix}", input.NextToken, input.MaxResults);
        return new ListRepositoriesInDomainResult { Repositories = [.. page.Select(_views.Summarize)], NextToken = token };
    }
}
