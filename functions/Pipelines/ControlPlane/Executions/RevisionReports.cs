using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Sources;
using Sluice.Pipelines.Types;
using Sluice.Pipelines.Variables;
using Sluice.Platform.Runs;

namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>Takes revisions that others report of a source, such as the worker of a custom one, and starts a run of what is new.</summary>
internal sealed class RevisionReports(PipelineStore pipelines, SourceStates states, SourceHeads heads, RunStarter starter)
{
    /// <returns>The run that releases the revision, and whether it was new.</returns>
    /// <exception cref="SourceUnavailableException">Another source of the pipeline cannot be read.</exception>
    public async Task<(string Run, bool IsNew)> TakeAsync(string pipeline, string stage, string action, ActionRevision revision, CancellationToken cancellationToken)
    {
        var declared = (await pipelines.GetAsync(pipeline, cancellationToken)).Pipeline;
        var at = declared.Stages.FirstOrDefault(known => known.Name == stage) ?? throw new StageNotFoundException(pipeline, stage);
        var source = at.Actions.FirstOrDefault(known => known.Name == action) ?? throw new ActionNotFoundException(stage, action);
        if (source.ActionTypeId.Category != ActionCategory.Source)
        {
            throw InvalidRequest.Of($"'{action}' is no source; revisions are of sources.");
        }

        var taken = await Contention.DecideAsync($"The source '{action}' of the pipeline '{pipeline}'", () => TryAsync(declared, source, revision, cancellationToken));
        return (taken.Run, taken.IsNew);
    }

    private async Task<Taken?> TryAsync(PipelineDeclaration pipeline, ActionDeclaration source, ActionRevision revision, CancellationToken cancellationToken)
    {
        var seen = await states.FindAsync(pipeline.Name, source.Name, cancellationToken);
        var mark = $"{revision.RevisionId}\n{revision.RevisionChangeId}";
        if (seen?.Value is { CommitId: { } known, Branch: { } run } && known == mark)
        {
            return new Taken(run, IsNew: false);
        }

        var others = await heads.LookAsync(pipeline, Look.ByHand, cancellationToken);
        var reported = new SourceCommit(source.Name, SourceAddress.Of(source), "", revision.RevisionId);
        var (revisions, sights) = RevisionOverrides.Apply(pipeline, [.. others.Where(other => other.ActionName != source.Name)], []);
        var trigger = new ExecutionTrigger { TriggerType = TriggerType.PutActionRevision, TriggerDetail = revision.RevisionChangeId };
        var start = new NewRun(pipeline, [.. revisions, reported], trigger)
        {
            Sights = sights,
            Reported = new ReportedRevision(seen, mark),
            Variables = PipelineVariables.Known(pipeline),
        };
        return await starter.StartAsync(start, cancellationToken) is { } started ? new Taken(started, IsNew: true) : null;
    }

    private sealed record Taken(string Run, bool IsNew);
}
