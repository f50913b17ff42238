using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Screens;
using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Commands.Seeing;

/// <summary>The actions of a run as a table.</summary>
internal static class ActionRows
{
    private static readonly string[] Headings = ["STAGE", "ACTION", "STATUS", "STARTED", "TOOK", "ID", "SUMMARY"];

    public static IEnumerable<Row> Of(IReadOnlyList<ActionExecutionDetail> actions, Talk talk) => actions.Count == 0
        ? [new Row(new Span("No action has begun yet."))]
        : TextTable.Of(Headings, [.. actions.Select(action => Cells(action, talk.Time.GetUtcNow(), talk.Time.LocalTimeZone))], talk.Look.Width);

    private static IReadOnlyList<Span> Cells(ActionExecutionDetail action, DateTimeOffset now, TimeZoneInfo zone) =>
    [
        new(action.StageName ?? ""),
        new(action.ActionName ?? "", Tone.Strong),
        Statuses.Of(action.Status?.ToString()),
        new(Moments.At(action.StartTime, zone)),
        new(action.StartTime is { } start ? Durations.Whole((RunActions.IsGoing(action) ? now : action.LastUpdateTime ?? now) - start) : ""),
        new(LineLayout.ShortHashes(RunActions.ExternalId(action) ?? "")),
        new(LineLayout.ShortHashes(action.Output?.ExecutionResult?.ExternalExecutionSummary?.Split('\n')[0] ?? "")),
    ];
}
