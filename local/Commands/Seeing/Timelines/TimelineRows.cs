using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Screens;

namespace Sluice.Local.Commands.Seeing.Timelines;

/// <summary>Where the time of a run went, for people: a bar for each stage and action, and how long it did what.</summary>
internal static class TimelineRows
{
    private const int MostCells = 40;
    private const int LeastCells = 10;
    private const int Between = 6;
    private static readonly string[] Headings = ["STAGE", "TIME", "TOOK", "WHERE"];

    public static IEnumerable<Row> Of(RunTimeline run, int width)
    {
        yield return new Row(
            new Span(run.PipelineName, Tone.Strong), new Span($"  run {ShortIds.Of(run.PipelineExecutionId)} "), Statuses.Of(run.Status),
            new Span($", {Text(run.Seconds)}: running {Text(run.Shares.RunningSeconds)}, queued {Text(run.Shares.QueuedSeconds)}, waiting {Text(run.Shares.WaitingSeconds)}, between {Text(run.Shares.BetweenSeconds)}"));
        if (run.Stages.Count == 0)
        {
            yield return new Row(new Span("It has come to no stage yet."));
            yield break;
        }

        // A bar that is cut says something else.
        var lines = run.Stages.SelectMany(Of).ToList();
        var beside = lines.Max(line => Cells.Of(line.Name.Text)) + lines.Max(line => line.Took.Length) + lines.Max(line => line.Where.Length) + Between;
        var cells = Math.Clamp(width - beside, LeastCells, MostCells);
        foreach (var row in TextTable.Of(Headings, [.. lines.Select(line => (IReadOnlyList<Span>)[line.Name, new(TimelineBar.Of(line.Parts, run.StartTime, run.EndTime, cells)), new(line.Took), new(line.Where)])], width))
        {
            yield return row;
        }

        yield return TimelineBar.Legend;
    }

    private static IEnumerable<(Span Name, IReadOnlyList<TimelinePart> Parts, string Took, string Where)> Of(StageTimeline stage)
    {
        yield return (new(stage.StageName, Tone.Strong), [.. stage.Parts, .. stage.Actions.SelectMany(action => action.Parts)], Text(stage.Seconds), Where(stage.Parts));
        foreach (var action in stage.Actions)
        {
            yield return (new($"  {action.ActionName}"), action.Parts, Text(action.Seconds), Where(action.Parts));
        }
    }

    /// <summary>E.g. <c>queued 4 s, running 1 min 3 s (BUILD 50 s)</c>.</summary>
    private static string Where(IReadOnlyList<TimelinePart> parts) => string.Join(", ", parts.GroupBy(part => part.Kind).OrderBy(kind => kind.First().StartTime).Select(kind => $"{Word(kind.Key)} {Text(kind.Sum(part => part.Seconds))}{Most([.. kind])}"));

    private static string Most(IReadOnlyList<TimelinePart> parts) => parts.Where(part => part.What is not null).GroupBy(part => part.What!).Select(what => (What: what.Key, Seconds: what.Sum(part => part.Seconds))).OrderByDescending(what => what.Seconds).ToList() switch
    {
        [] => "",
        [var only] when parts.All(part => part.What is not null) => $" ({only.What})",
        [var most, ..] => $" ({most.What} {Text(most.Seconds)})",
    };

    private static string Word(TimelineKind kind) => kind switch
    {
        TimelineKind.Running => "running",
        TimelineKind.Queued => "queued",
        _ => "waiting",
    };

    private static string Text(decimal seconds) => Durations.Whole(TimeSpan.FromSeconds((double)seconds));
}
