using System.Globalization;
using Sluice.Deployments.Protocol;
using Sluice.Deployments.Targets;
using Sluice.Platform.Tracing;

namespace Sluice.Deployments.Tracing;

/// <summary>The steps of a deployment, each with the wait after it: 10 % for five minutes, a hook, a replacement that comes up.</summary>
internal static class StepSpans
{
    /// <param name="deployment">The deployment.</param>
    /// <param name="platform">Its platform.</param>
    /// <param name="record">Its record.</param>
    /// <param name="events">The lifecycle events that are told, below which steps are shown.</param>
    public static IEnumerable<Span> Of(SpanContext deployment, IShiftPlatform platform, Deployment record, IReadOnlyList<string> events)
    {
        if (record.Shift is not { } shift)
        {
            return [];
        }

        var moves = platform.Moves(record.Plan, shift);
        var begun = record.History.Where(entry => entry.Step >= 1 && entry.Step <= moves.Count).ToList();
        return begun.Select((entry, place) => Of(Whole(deployment, LifecycleNames.Of(moves[entry.Step - 1]), events), entry, moves[entry.Step - 1], End(record, begun, place)));
    }

    private static Span Of(SpanContext whole, StepRecord entry, Move move, DateTimeOffset end) =>
        Span.PartOf(whole, entry.What, entry.Decided, end, "step", entry.Step.ToString(CultureInfo.InvariantCulture)) with
        {
            Attributes = [new("sluice.deployment.step", entry.Step), new("sluice.deployment.move", move.Kind.ToString())],
        };

    private static SpanContext Whole(SpanContext deployment, string name, IReadOnlyList<string> events) => events.Contains(name) ? DeploymentSpans.OfEvent(deployment, name) : deployment;

    /// <summary>A step is over when the next one is decided, when the deployment is stopped, or when it ends.</summary>
    private static DateTimeOffset End(Deployment record, List<StepRecord> begun, int place) =>
        place + 1 < begun.Count ? begun[place + 1].Decided
        : record.Stop is { } stop && stop.Time > begun[place].Decided ? stop.Time
        : record.CompleteTime ?? begun[place].Decided;
}
