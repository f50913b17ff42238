using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Repositories.Calls;

/// <summary>Deletes a repository with all that is in it. One that is not there is no error.</summary>
internal sealed class DeleteRepository(RepositoryStore store) : RepositoryCall<DeleteRepository.Input>("deleteRepository")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken) =>
        await store.DeleteAsync(input.RepositoryName, cancellationToken) is { } deleted ? new JsonObject { ["RepositoryId"] = deleted.Id } : [];

    /// <summary>CodeCommit's DeleteRepositoryInput.</summary>
    internal sealed record Input(string RepositoryName);
}
