using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;

namespace Sluice.Pipelines.Sources;

/// <summary>Looks at the sources of a pipeline: first at what was taken up of each, then, all at once, at where each stands now.</summary>
internal sealed class SourceHeads(IRefReader refs, SourceStates states, PollPace pace, TimeProvider time)
{
    /// <param name="pipeline">Whose sources.</param>
    /// <param name="look">How much it is wanted.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<SourceSight>> LookAsync(PipelineDeclaration pipeline, Look look, CancellationToken cancellationToken) =>
        await Task.WhenAll(pipeline.Sources().Select(source => LookAsync(pipeline, source, look, cancellationToken)));

    private async Task<SourceSight> LookAsync(PipelineDeclaration pipeline, ActionDeclaration source, Look look, CancellationToken cancellationToken)
    {
        var seen = await states.FindAsync(pipeline.Name, source.Name, cancellationToken);
        var now = time.GetUtcNow();
        if (look == Look.IfDue && seen?.Value is { Error: { } known } left && left.IsLeftAlone(now))
        {
            return new SourceSight(source.Name, seen, null, known) { IsLeftAlone = true, Next = left.NotBefore!.Value - now };
        }

        var repository = Credentials.Removed(source.Setting("Repository") ?? "");
        try
        {
            return new SourceSight(source.Name, seen, await ReadAsync(source, seen?.Value, look, cancellationToken), null) { Next = pace.Next(repository, failures: 0), IsRemote = PollPace.IsRemote(repository) };
        }
        catch (SourceUnavailableException e)
        {
            // What the host answered to another repository is no news of this one.
            var error = e.IsOfHost ? seen?.Value.Error ?? e.Message : e.Message;
            var next = pace.Next(repository, (seen?.Value.Failures ?? 0) + 1, e.RetryAfter);
            return new SourceSight(source.Name, seen, null, error) { Next = next, IsRemote = PollPace.IsRemote(repository) };
        }
    }

    private async Task<SourceCommit> ReadAsync(ActionDeclaration source, SourceState? before, Look look, CancellationToken cancellationToken)
    {
        var repository = source.Setting("Repository") ?? "";
        var shown = Credentials.Removed(repository);
        var branch = source.Setting("Branch") ?? FixedBranch(before, shown);
        var head = await (look == Look.ByHand ? refs.ReadHeadAsync(repository, branch, cancellationToken) : refs.PollHeadAsync(repository, branch, cancellationToken));
        return new SourceCommit(source.Name, shown, head.Branch, head.CommitId);
    }

    /// <summary>The branch that HEAD was at first: whoever checks out another one to try something must not release it by that.</summary>
    private static string? FixedBranch(SourceState? before, string repository) =>
        before is not null && (before.Repository is null || before.Repository == repository) ? before.Branch : null;
}
