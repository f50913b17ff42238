using System.Text.Json.Nodes;
using Sluice.Platform.Events;

namespace Sluice.Deployments.Protocol.Steps;

/// <summary>
/// A long deployment goes on in <c>&lt;id&gt;-2</c>, <c>-3</c> …, since the history of an execution is bounded. The decision that would begin a step too many
/// asks for the next execution in the same transaction; from then on the one before is told to end, however often it asks.
/// </summary>
internal static class Handover
{
    public static bool IsDue(Deployment record, StepsAnExecution steps) => record.Step - record.TakenUpAt >= steps.Count;

    /// <summary>Whether the current step was judged already, by the execution before.</summary>
    public static bool IsTakenUp(Deployment record) => record.Execution > 1 && record.TakenUpAt == record.Step;

    public static Decision<Deployment, ShiftState> Decide(Deployment record, DateTimeOffset now)
    {
        var next = record.Leased(now) with { Execution = record.Execution + 1, TakenUpAt = record.Step };
        return new Decision<Deployment, ShiftState>(next, Answer(next))
        {
            Also = [Outbox.Start(record.Plan.Target.Machine(), Name(next.DeploymentId, next.Execution), new JsonObject { ["deploymentId"] = record.DeploymentId }, now)],
        };
    }

    /// <summary>The execution that asks has nothing more to do.</summary>
    public static ShiftState Answer(Deployment record) => ShiftState.Of(record) with { Next = Branch.HandOver };

    /// <summary>Whether an execution's work is another's by now.</summary>
    public static bool IsPast(Deployment record, string executionName) =>
        Enumerable.Range(1, record.Execution - 1).Any(execution => executionName == Name(record.DeploymentId, execution));

    private static string Name(string deploymentId, int execution) => $"{deploymentId}-{execution}";
}
