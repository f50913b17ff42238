using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Repositories.Calls;

/// <summary>Shows several repositories.</summary>
internal sealed class BatchGetRepositories(RepositoryStore store, RepositoryShapes shapes) : RepositoryCall<BatchGetRepositories.Input>("batchGetRepositories")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        var (found, missing) = (new JsonArray(), new JsonArray());
        foreach (var name in input.RepositoryNames.Distinct(StringComparer.Ordinal))
        {
            if (await store.FindAsync(name, cancellationToken) is { } repository)
            {
                found.Add(await shapes.MetadataAsync(repository, cancellationToken));
            }
            else
            {
                missing.Add(name);
            }
        }

        return new JsonObject { ["Repositories"] = found, ["RepositoriesNotFound"] = missing };
    }

    /// <summary>CodeCommit's BatchGetRepositoriesInput.</summary>
    internal sealed record Input(IReadOnlyList<string> RepositoryNames);
}
