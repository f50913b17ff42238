using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Repositories.Calls;

/// <summary>Lists repositories, all in one page.</summary>
internal sealed class ListRepositories(RepositoryStore store) : RepositoryCall<ListRepositories.Input>("listRepositories")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        var all = await store.ListAsync(cancellationToken);
        var sorted = input.SortBy == "lastModifiedDate" ? all.OrderBy(repository => repository.ModifiedAt).ToList() : [.. all];
        return new JsonObject
        {
            ["Repositories"] = new JsonArray([.. (input.Order == "descending" ? Enumerable.Reverse(sorted) : sorted).Select(repository => new JsonObject { ["RepositoryName"] = repository.Name, ["RepositoryId"] = repository.Id })]),
        };
    }

    /// <summary>CodeCommit's ListRepositoriesInput.</summary>
    internal sealed record Input(string? NextToken, string? SortBy, string? Order);
}
