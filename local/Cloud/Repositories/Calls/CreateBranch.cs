using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Repositories.Calls;

/// <summary>Makes a branch that stands at a commit.</summary>
internal sealed class CreateBranch(RepositoryStore store, ToldRefs told) : RepositoryCall<CreateBranch.Input>("createBranch")
{
    private const string Nothing = "0000000000000000000000000000000000000000";

    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        var repository = await store.GetAsync(input.RepositoryName, cancellationToken);
        var git = store.Git(repository);
        if (!await Revisions.IsNameAsync(git, input.BranchName, cancellationToken))
        {
            throw RepositoryErrors.Of("InvalidBranchName", $"'{input.BranchName}' is no name for a branch");
        }

        var commit = await Revisions.CommitAsync(git, input.CommitId, cancellationToken);
        if (await git.TryAsync(cancellationToken, "update-ref", $"refs/heads/{input.BranchName}", commit, Nothing) is null)
        {
            throw RepositoryErrors.Of("BranchNameExists", $"Branch {input.BranchName} already exists");
        }

        await told.TellAsync(repository, caller: null, cancellationToken);
        return [];
    }

    /// <summary>CodeCommit's CreateBranchInput.</summary>
    internal sealed record Input(string RepositoryName, string BranchName, string CommitId);
}
