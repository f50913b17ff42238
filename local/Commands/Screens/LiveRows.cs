using System.Globalization;
using Sluice.Local.Commands.Live;
using Sluice.Local.Commands.Screens;
using Sluice.Local.Commands.Tallies;

namespace Sluice.Local.Commands.Screens;

/// <summary>What goes on as rows of a terminal: stages with their times, what the build writes, the split with the time that is left, requests, and why they fail.</summary>
internal static class LiveRows
{
    private const int MostErrors = 3;
    private const int WidestBar = 40;
    private const int NarrowestBar = 10;
    private const string Indent = "  ";

    /// <param name="state">What goes on.</param>
    /// <param name="now">Since the view began.</param>
    /// <param name="width">The terminal's columns. The last one stays free, so that no row is wrapped.</param>
    /// <param name="height">How many rows there may be; what is left out is counted in the last one.</param>
    /// <param name="unicode">Whether the terminal knows more than ASCII.</param>
    public static IReadOnlyList<Row> Of(LiveState state, TimeSpan now, int width, int height, bool unicode)
    {
        var rows = state.Runs.SelectMany(run => OfRun(run, now, width, unicode)).Select(row => row.Cut(width - 1)).ToList();
        return rows.Count <= height ? rows : [.. rows.Take(height - 1), new Row(new Span($"{Indent}and {Plurals.Of(rows.Count - height + 1, "more line")}", Tone.Quiet))];
    }

    private static IEnumerable<Row> OfRun(LiveRun run, TimeSpan now, int width, bool unicode)
    {
        yield return new Row([new Span(run.Name, Tone.Strong), .. run.Stages.SelectMany(stage => OfStage(stage, now, unicode))]);
        if (run.BuildLine is { } line)
        {
            yield return new Row(new Span(Indent + line, Tone.Quiet));
        }

        if (run.Traffic is { } traffic)
        {
            yield return OfTraffic(traffic, now, width, unicode);
        }

        if (run.Waits is { Length: > 0 } waits)
        {
            yield return new Row(new Span(Indent + waits, Tone.Warning));
        }

        foreach (var row in OfRequests(run))
        {
            yield return row;
        }
    }

    private static IEnumerable<Span> OfStage(LiveStage stage, TimeSpan now, bool unicode)
    {
        yield return new Span($"{Indent}{stage.Name} ");
        yield return stage switch
        {
            { HasFailed: true } => new Span(unicode ? "✗" : "failed", Tone.Bad),
            { Took: null } => new Span(unicode ? "…" : "...", Tone.Warning),
            _ => new Span(unicode ? "✓" : "ok", Tone.Good),
        };
        yield return new Span(" " + Durations.Whole(stage.Took ?? now - stage.Began), Tone.Quiet);
    }

    private static Row OfTraffic(LiveTraffic traffic, TimeSpan now, int width, bool unicode)
    {
        var left = traffic.Until is { } until ? Durations.Left(until - now) : "";
        var names = traffic.Shares.Select(share => string.Create(CultureInfo.InvariantCulture, $"{share.Name} {share.Part * 100:0.##} %")).ToList();
        var text = Indent + string.Join("  ", names) + (left.Length > 0 ? "   " + left : "");
        var room = Math.Min(WidestBar, width - 1 - Cells.Of(text) - 2);
        return traffic.Shares is [var main, var rest] && room >= NarrowestBar
            ? new Row([new Span($"{Indent}{names[0]}  "), .. Bar(main.Part / (main.Part + rest.Part), room, unicode), new Span($"  {names[1]}"), new Span(left.Length > 0 ? "   " + left : "", Tone.Warning)])
            : new Row(new Span(text[..^left.Length]), new Span(left, Tone.Warning));
    }

    // A version that gets anything is seen to get something.
    private static IEnumerable<Span> Bar(decimal part, int room, bool unicode)
    {
        var first = Math.Clamp((int)Math.Round(part * room, MidpointRounding.AwayFromZero), part > 0 ? 1 : 0, part < 1 ? room - 1 : room);
        yield return new Span(new string(unicode ? '█' : '#', first), Tone.Good);
        yield return new Span(new string(unicode ? '░' : '-', room - first), Tone.Warning);
    }

    private static IEnumerable<Row> OfRequests(LiveRun run)
    {
        if (run.Requests.IsEmpty)
        {
            yield break;
        }

        yield return new Row(new Span(Indent + TallyText.Of(run.Requests), run.Requests.Values.Any(tally => tally.Failed > 0) ? Tone.Warning : Tone.Plain));
        foreach (var (version, error) in run.Requests.SelectMany(entry => entry.Value.Errors.Select(error => (entry.Key, error))).OrderByDescending(entry => entry.error.Count).Take(MostErrors))
        {
            yield return new Row(new Span($"{Indent}{TallyText.Of(version, error)}", Tone.Bad));
        }
    }
}
