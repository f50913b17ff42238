using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Repositories.Calls;

/// <summary>Deletes a branch, but for the default one.</summary>
internal sealed class DeleteBranch(RepositoryStore store, ToldRefs told) : RepositoryCall<DeleteBranch.Input>("deleteBranch")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        var repository = await store.GetAsync(input.RepositoryName, cancellationToken);
        var git = store.Git(repository);
        var commit = await Revisions.BranchAsync(git, input.BranchName, cancellationToken);
        if (await git.TryAsync(cancellationToken, "symbolic-ref", "HEAD") == $"refs/heads/{input.BranchName}")
        {
            throw RepositoryErrors.Of("DefaultBranchCannotBeDeleted", $"{input.BranchName} is the default branch and cannot be deleted");
        }

        await git.TextAsync(cancellationToken, "update-ref", "-d", $"refs/heads/{input.BranchName}", commit);
        await told.TellAsync(repository, caller: null, cancellationToken);
        return new JsonObject { ["DeletedBranch"] = new JsonObject { ["BranchName"] = input.BranchName, ["CommitId"] = commit } };
    }

    /// <summary>CodeCommit's DeleteBranchInput.</summary>
    internal sealed record Input(string RepositoryName, string BranchName);
}
