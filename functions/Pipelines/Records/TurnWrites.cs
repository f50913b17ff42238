using Sluice.Pipelines.Model;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Pipelines.Records;

/// <summary>The differences that a decision made, on condition that nothing that it saw has changed. No difference, no write.</summary>
internal static class TurnWrites
{
    public static Decision<PipelineRun, Turn> Of(TurnRead read, Turn after)
    {
        var before = read.Turn;
        var locks = after.Locks.Values
            .Where(stage => stage != before.Locks.GetValueOrDefault(stage.StageName))
            .Select(stage => Lock(read, stage))
            .ToList();
        if (locks.Count == 0 && ReferenceEquals(before.Run, after.Run))
        {
            return new(before.Run, after);
        }

        var own = Changed(new Versioned<PipelineRun>(before.Run, read.RunRev), after.Run with { Wakes = after.Wakes });
        var others = after.Waiting.Values
            .Where(run => !ReferenceEquals(run, before.Waiting[run.PipelineExecutionId]))
            .Select(run => Changed(new Versioned<PipelineRun>(before.Waiting[run.PipelineExecutionId], read.WaitingRevs[run.PipelineExecutionId]), run));
        return new(own.After, after) { Events = own.Events, Also = [.. locks], Beside = [.. others] };
    }

    /// <summary>A run that is made or changed, with the events that follow from that.</summary>
    public static RunChange<PipelineRun> Changed(Versioned<PipelineRun>? before, PipelineRun after)
    {
        var events = RunEvents.Between(before?.Value, after);
        return new(before, after with { Events = (before?.Value.Events ?? 0) + events.Count }) { Events = events };
    }

    private static PutItem Lock(TurnRead read, StageLock stage) => PutItem.Of(
        PipelineKeys.Stage(read.Turn.Run.PipelineName, stage.StageName),
        stage,
        read.LockRevs.TryGetValue(stage.StageName, out var rev) ? Condition.Rev(rev) : Condition.Absent);
}
