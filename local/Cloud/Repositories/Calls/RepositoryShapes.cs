using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Repositories.Calls;

/// <summary>What CodeCommit tells of a repository.</summary>
internal sealed class RepositoryShapes(RepositoryStore store, CloudIdentity identity, Func<string?> url)
{
    public async Task<JsonObject> MetadataAsync(Repository repository, CancellationToken cancellationToken)
    {
        var shape = new JsonObject
        {
            ["AccountId"] = identity.AccountId, ["RepositoryId"] = repository.Id, ["RepositoryName"] = repository.Name, ["CreationDate"] = repository.CreatedAt, ["LastModifiedDate"] = repository.ModifiedAt,
            ["CloneUrlHttp"] = $"{url()}/v1/repos/{repository.Name}", ["Arn"] = store.ArnOf(repository),
        };
        if (repository.Description is { } description)
        {
            shape["RepositoryDescription"] = description;
        }

        var git = store.Git(repository);
        if (await git.TryAsync(cancellationToken, "symbolic-ref", "--short", "HEAD") is { } head && await git.TryAsync(cancellationToken, "rev-parse", "--verify", "--quiet", $"refs/heads/{head}") is not null)
        {
            shape["DefaultBranch"] = head;
        }

        return shape;
    }
}
