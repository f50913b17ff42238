using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;

namespace Sluice.Pipelines.Sources;

/// <summary>Looks at the sources of a pipeline: first at what was taken up of each then, all at once, at where each stands now. Sources that nobody reads here, such as those of workers, say it when they are asked to act.</summary>
internal sealed class SourceHeads(IEnumerable<ISourceReader> readers, TriggerLooks triggers, SourceStates states, PollPace pace, TimeProvider time)
{
    /// <param name="pipeline">Whose sources.</param>
    /// <param name="look">How much it is wanted.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="but">A source that is not looked at; null for none.</param>
    public async Task<IReadOnlyList<SourceSight>> LookAsync(PipelineDeclaration pipeline, Look look, CancellationToken cancellationToken, string? but = null)
    {
        var read = pipeline.Sources().Where(source => source.Name != but).Select(source => (Source: source, Reader: ReaderOf(source))).Where(found => found.Reader is not null);
        return await Task.WhenAll(read.Select(found => LookAsync(pipeline, found.Source, found.Reader!, look, cancellationToken)));
    }

    private ISourceReader? ReaderOf(ActionDeclaration source) => readers.FirstOrDefault(reader => reader.Reads(source.ActionTypeId));

    private async Task<SourceSight> LookAsync(PipelineDeclaration pipeline, ActionDeclaration source, ISourceReader reader, Look look, CancellationToken cancellationToken)
    {
        var seen = await states.FindAsync(pipeline.Name, source.Name, cancellationToken);
        var now = time.GetUtcNow();
        if (look == Look.IfDue && seen?.Value is { Error: { } known } left && left.IsLeftAlone(now))
        {
            return new SourceSight(source.Name, seen, null, known) { IsLeftAlone = true, Next = left.NotBefore!.Value - now };
        }

        try
        {
            var revision = await reader.ReadAsync(source, seen?.Value, look, cancellationToken);
            var sight = new SourceSight(source.Name, seen, revision, null) { Next = pace.Next(revision.Repository, failures: 0), IsRemote = PollPace.IsRemote(revision.Repository), IsWatched = look == Look.Told || reader.IsWatched(source) };
            return await triggers.LookAsync(pipeline, source, sight, look, cancellationToken);
        }
        catch (SourceUnavailableException e)
        {
            // What the host answered to another repository is no news of this one.
            var error = e.IsOfHost ? seen?.Value.Error ?? e.Message : e.Message;
            var repository = seen?.Value.Repository ?? SourceAddress.Of(source);
            var next = pace.Next(repository, (seen?.Value.Failures ?? 0) + 1, e.RetryAfter);
            return new SourceSight(source.Name, seen, null, error) { Next = next, IsRemote = PollPace.IsRemote(repository) };
        }
    }
}
