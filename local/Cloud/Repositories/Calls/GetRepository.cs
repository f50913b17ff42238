using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Repositories.Calls;

/// <summary>Shows a repository.</summary>
internal sealed class GetRepository(RepositoryStore store, RepositoryShapes shapes) : RepositoryCall<GetRepository.Input>("getRepository")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken) =>
        new() { ["RepositoryMetadata"] = await shapes.MetadataAsync(await store.GetAsync(input.RepositoryName, cancellationToken), cancellationToken) };

    /// <summary>CodeCommit's GetRepositoryInput.</summary>
    internal sealed record Input(string RepositoryName);
}
