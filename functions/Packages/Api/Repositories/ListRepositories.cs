using Sluice.Packages.Model;
using Sluice.Packages.Records;

namespace Sluice.Packages.Api.Repositories;

/// <summary>Lists the repositories of all domains.</summary>
public sealed class ListRepositories : IOperation<ListRepositoriesRequest, ListRepositoriesResult>
{
    private readonly DomainStore _domains;
    private readonly RepositoryStore _repositories;
    private readonly RepositoryViews _views;

    internal ListRepositories(DomainStore domains, RepositoryStore repositories, RepositoryViews views) => (_domains, _repositories, _views) = (domains, repositories, views);

    /// <inheritdoc/>
    public async Task<ListRepositoriesResult> RunAsync(ListRepositoriesRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        var all = new List<StoredRepository>();
        await foreach (var domain in _domains.AllAsync(cancellationToken))
        {
            all.AddRange(await _repositories.OfDomainAsync(domain.Key.Sk, cancellationToken));
        }

        var prefix = input.RepositoryPrefix ?? "";
        var (page, token) = ListedPage.Of(all.Where(repository => repository.Name.StartsWith(prefix, StringComparison.Ordinal)), repository => repository.Id.ToString(), $"repositories {prefix}", input.NextToken, input.MaxResults);
        return new ListRepositoriesResult { Repositories = [.. page.Select(_views.Summarize)], NextToken = token };
    }
}
