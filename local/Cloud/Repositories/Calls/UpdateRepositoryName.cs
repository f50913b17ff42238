using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Repositories.Calls;

/// <summary>Gives a repository another name. Its folder stays where it is.</summary>
internal sealed class UpdateRepositoryName(RepositoryStore store) : RepositoryCall<UpdateRepositoryName.Input>("updateRepositoryName")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        await store.ChangeAsync(input.OldName, repository => repository with { Name = input.NewName }, cancellationToken);
        return [];
    }

    /// <summary>CodeCommit's UpdateRepositoryNameInput.</summary>
    internal sealed record Input(string OldName, string NewName);
}
