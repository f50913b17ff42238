using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Repositories.Calls;

/// <summary>Where a branch stands.</summary>
internal sealed class GetBranch(RepositoryStore store) : RepositoryCall<GetBranch.Input>("getBranch")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        var git = store.Git(await store.GetAsync(input.RepositoryName ?? throw RepositoryErrors.Of("RepositoryNameRequired", "A repository name is required"), cancellationToken));
        var name = input.BranchName ?? throw RepositoryErrors.Of("BranchNameRequired", "A branch name is required");
        return new JsonObject { ["Branch"] = new JsonObject { ["BranchName"] = name, ["CommitId"] = await Revisions.BranchAsync(git, name, cancellationToken) } };
    }

    /// <summary>CodeCommit's GetBranchInput.</summary>
    internal sealed record Input(string? RepositoryName, string? BranchName);
}
