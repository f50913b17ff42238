using Sluice.Pipelines.Triggers;

namespace Sluice.Pipelines.Sources;

/// <summary>Completes what a git host tells by what its repository says: Bitbucket tells no paths, and of a pull request's commit only the first digits.</summary>
internal sealed class DeliveredEvents(IRefReader refs, IChangedPaths paths)
{
    /// <param name="happened">What it tells.</param>
    /// <param name="repository">Where.</param>
    /// <param name="needsPaths">Whether it is asked what a push changed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Null if the commit is not the branch's any more: what it is now is told, too.</returns>
    /// <exception cref="SourceUnavailableException">It cannot be read.</exception>
    public async Task<RepositoryEvent?> WholeAsync(RepositoryEvent happened, SourceRepository repository, bool needsPaths, CancellationToken cancellationToken) => happened switch
    {
        BranchPush { Paths: null, Before: { } before, Commit: { } commit } push when needsPaths => push with { Paths = (await paths.BetweenAsync(repository.Address, repository.ConnectionArn, before, commit, cancellationToken)).Paths },
        PullRequestChange { IsFork: false, Commit: { } part } pull when !CommitIds.Is(part) => await HeadAsync(pull, repository, cancellationToken) is { } head && head.StartsWith(part, StringComparison.Ordinal) ? pull with { Commit = head } : null,
        _ => happened,
    };

    private async Task<string?> HeadAsync(PullRequestChange pull, SourceRepository repository, CancellationToken cancellationToken) =>
        (await refs.ReadAllAsync(repository.Address, repository.ConnectionArn, isPoll: false, cancellationToken)).Branches.GetValueOrDefault(pull.SourceBranch);
}
