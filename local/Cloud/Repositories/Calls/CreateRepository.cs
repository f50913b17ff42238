using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Repositories.Calls;

/// <summary>Makes an empty repository.</summary>
internal sealed class CreateRepository(RepositoryStore store, RepositoryShapes shapes) : RepositoryCall<CreateRepository.Input>("createRepository")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        var repository = await store.CreateAsync(input.RepositoryName, input.RepositoryDescription, input.Tags ?? new Dictionary<string, string>(), cancellationToken);
        return new JsonObject { ["RepositoryMetadata"] = await shapes.MetadataAsync(repository, cancellationToken) };
    }

    /// <summary>CodeCommit's CreateRepositoryInput.</summary>
    internal sealed record Input(string RepositoryName, string? RepositoryDescription, Dictionary<string, string>? Tags, string? KmsKeyId);
}
