using System.Text.Json.Nodes;
using Sluice.Pipelines.Events;
using Sluice.Pipelines.Model;
using Sluice.Platform.Events;
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
            .Select(stage => StageLocks.Write(before.Run.PipelineName, stage, read.LockRevs.TryGetValue(stage.StageName, out var rev) ? rev : null))
            .ToList();
        if (locks.Count == 0 && ReferenceEquals(before.Run, after.Run))
        {
            return new(before.Run, after);
        }

        var own = Changed(before.Pipeline, new Versioned<PipelineRun>(before.Run, read.RunRev), after.Run with { Wakes = after.Wakes });
        var others = after.Waiting.Values
            .Where(run => !ReferenceEquals(run, before.Waiting[run.PipelineExecutionId]))
            .Select(run => Changed(before.Pipeline, new Versioned<PipelineRun>(before.Waiting[run.PipelineExecutionId], read.WaitingRevs[run.PipelineExecutionId]), run));
        return new(own.After, after) { Events = own.Events, Also = [.. locks, .. own.Also, .. Ended(after.Run.PipelineName, EndedBetween(before, after))], Beside = [.. others] };
    }

    /// <summary>A run that is made or changed, with the events that follow from that, and the executions of the machine that it asks for.</summary>
    public static RunChange<PipelineRun> Changed(PipelineDeclaration pipeline, Versioned<PipelineRun>? before, PipelineRun after)
    {
        var events = RunEvents.Between(pipeline, before?.Value, after);
        return new(before, after with { Events = (before?.Value.Events ?? 0) + events.Count })
        {
            Events = events,
            Also = [.. Enumerable.Range(1, after.Machines).Skip(before?.Value.Machines ?? 0).Select(number => (GuardedWrite)Start(after, number))],
        };
    }

    private static PutItem Start(PipelineRun run, int number) => Outbox.Start(
        "pipeline",
        MachineNames.Of(run.PipelineExecutionId, number),
        new JsonObject { ["pipelineName"] = run.PipelineName, ["pipelineExecutionId"] = run.PipelineExecutionId },
        run.LastUpdateTime);

    /// <summary>How many more have ended than before; less than none if one goes on again.</summary>
    private static int EndedBetween(Turn before, Turn after) =>
        (Count(after.Run) - Count(before.Run)) + after.Waiting.Values.Sum(run => Count(run) - Count(before.Waiting[run.PipelineExecutionId]));

    private static int Count(PipelineRun run) => run.HasEnded ? 1 : 0;

    private static IEnumerable<GuardedWrite> Ended(string pipeline, int count) =>
        count == 0 ? [] : [new UpdateItem(PipelineKeys.Counter(pipeline), [Change.Add("active", -count)], Condition.Exists)];
}
