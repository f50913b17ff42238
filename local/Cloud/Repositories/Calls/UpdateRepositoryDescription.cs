using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Repositories.Calls;

/// <summary>Says something else about a repository.</summary>
internal sealed class UpdateRepositoryDescription(RepositoryStore store) : RepositoryCall<UpdateRepositoryDescription.Input>("updateRepositoryDescription")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        await store.ChangeAsync(input.RepositoryName, repository => repository with { Description = input.RepositoryDescription }, cancellationToken);
        return [];
    }

    /// <summary>CodeCommit's UpdateRepositoryDescriptionInput.</summary>
    internal sealed record Input(string RepositoryName, string? RepositoryDescription);
}
