using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Repositories.Calls;

/// <summary>Has another branch be a repository's HEAD.</summary>
internal sealed class UpdateDefaultBranch(RepositoryStore store) : RepositoryCall<UpdateDefaultBranch.Input>("updateDefaultBranch")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        var git = store.Git(await store.GetAsync(input.RepositoryName, cancellationToken));
        await Revisions.BranchAsync(git, input.DefaultBranchName, cancellationToken);
        await git.TextAsync(cancellationToken, "symbolic-ref", "HEAD", $"refs/heads/{input.DefaultBranchName}");
        return [];
    }

    /// <summary>CodeCommit's UpdateDefaultBranchInput.</summary>
    internal sealed record Input(string RepositoryName, string DefaultBranchName);
}
