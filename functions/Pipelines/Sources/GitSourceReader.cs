using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.Sources;

/// <summary>Reads the head of a source's branch.</summary>
internal sealed class GitSourceReader(IRefReader refs, GitRepositoriesOfActions repositories) : ISourceReader
{
    public bool Reads(ActionTypeId type) => GitRepositoriesOfActions.IsGit(type);

    /// <summary>CodePipeline's two names for it.</summary>
    public bool IsWatched(ActionDeclaration source) => source.Setting("DetectChanges") != "false" && source.Setting("PollForSourceChanges") != "false";

    public async Task<SourceCommit> ReadAsync(ActionDeclaration source, SourceState? before, Look look, CancellationToken cancellationToken)
    {
        var repository = await repositories.OfAsync(source, cancellationToken);
        var shown = Credentials.Removed(repository.Address);
        var branch = repository.Branch ?? FixedBranch(before, shown);
        var head = await refs.ReadHeadAsync(repository.Address, branch, repository.ConnectionArn, isPoll: look != Look.ByHand, cancellationToken);
        return new SourceCommit(source.Name, shown, head.Branch, head.CommitId) { ConnectionArn = repository.ConnectionArn };
    }

    /// <summary>The branch that HEAD was at first: whoever checks out another one to try something must not release it by that.</summary>
    private static string? FixedBranch(SourceState? before, string repository) =>
        before is not null && (before.Repository is null || before.Repository == repository) ? before.Branch : null;
}
