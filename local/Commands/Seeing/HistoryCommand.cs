using System.CommandLine;
using System.Globalization;
using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Screens;
using Sluice.Local.Commands.Seeing.Timelines;
using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Commands.Seeing;

/// <summary><c>history</c>: the runs of a pipeline, or the actions of one.</summary>
internal static class HistoryCommand
{
    private const int Usual = 20;
    private const int Most = 100;
    private static readonly string[] Headings = ["RUN", "STATUS", "STARTED", "TOOK", "TRIGGER", "REVISION"];

    public static Command Create(IReadOnlyDictionary<string, string> environment)
    {
        var options = new ClientOptions(environment);
        var name = NameArguments.Pipeline(options);
        var actions = new Option<string?>("--actions") { Description = "The actions of this run: its id or the beginning of it, or of its revision", HelpName = "RUN" };
        var timeline = new Option<string?>("--timeline") { Description = "Where the time of this run went: queued, waiting and running, of each stage and action", HelpName = "RUN" };
        foreach (var run in new[] { actions, timeline })
        {
            run.CompletionSources.Add(context => options.Complete(context, async (suite, stop) => await RunIds.NewestAsync(suite, context.ParseResult.GetValue(name), stop)));
        }

        var most = new Option<int>("--limit") { Description = $"How many runs, 1 to {Most}", HelpName = "N", DefaultValueFactory = _ => Usual }.Checks(CheckLimit);
        var command = new CheckedCommand(
            "history",
            "List the runs of a pipeline: what started them, what they released, and how they ended",
            parsed => parsed.GetValue(actions) is not null && parsed.GetValue(timeline) is not null ? ["--actions and --timeline show two things of a run. Give one of them."] : []) { name, actions, timeline, most };
        command.SetAction((parsed, stop) => options.RunAsync(parsed, talk => parsed.GetValue(timeline) is { } timed ? TimelineAsync(talk, parsed.GetValue(name), timed, stop)
            : parsed.GetValue(actions) is { } run ? ActionsAsync(talk, parsed.GetValue(name), run, stop)
            : RunsAsync(talk, parsed.GetValue(name), parsed.GetValue(most), stop)));
        return options.AddTo(command);
    }

    public static async Task<int> RunsAsync(Talk talk, string? given, int most, CancellationToken stop)
    {
        var name = await PipelineNames.OneAsync(talk.Suite, given, stop);
        var runs = await RunIds.ListAsync(talk.Suite, name, most, stop);
        var (length, now) = (ShortIds.Length(runs.Select(run => run.PipelineExecutionId!)), talk.Time.GetUtcNow());
        return await talk.TellAsync(
            new ListPipelineExecutionsOutput { PipelineExecutionSummaries = runs },
            runs.Count == 0 ? [new Row(new Span($"{name} has had no runs yet."))] : TextTable.Of(Headings, [.. runs.Select(run => Cells(run, length, now, talk.Time.LocalTimeZone))], talk.Look.Width));
    }

    public static async Task<int> ActionsAsync(Talk talk, string? given, string run, CancellationToken stop)
    {
        var name = await PipelineNames.OneAsync(talk.Suite, given, stop);
        var actions = await RunActions.OfAsync(talk.Suite, name, await RunIds.OneAsync(talk.Suite, name, run, stop), stop);
        return await talk.TellAsync(new ListActionExecutionsOutput { ActionExecutionDetails = actions }, ActionRows.Of(actions, talk));
    }

    public static async Task<int> TimelineAsync(Talk talk, string? given, string run, CancellationToken stop)
    {
        var name = await PipelineNames.OneAsync(talk.Suite, given, stop);
        var timeline = RunTimelines.Of(await TimelineReader.ReadAsync(talk.Suite, name, run, stop), talk.Time.GetUtcNow());
        return await talk.TellAsync(timeline, TimelineRows.Of(timeline, talk.Look.Width));
    }

    private static IReadOnlyList<Span> Cells(PipelineExecutionSummary run, int length, DateTimeOffset now, TimeZoneInfo zone) =>
    [
        new(ShortIds.Of(run.PipelineExecutionId!, length), Tone.Strong),
        Statuses.Of(run.Status?.ToString()),
        new(Moments.At(run.StartTime, zone)),
        new(RunTexts.Took(run, now)),
        new(RunTexts.Trigger(run)),
        new(RunTexts.Revision(run)),
    ];

    private static void CheckLimit(string given)
    {
        if (int.TryParse(given, CultureInfo.InvariantCulture, out var number) && number is < 1 or > Most)
        {
            throw new UsageException($"--limit {given}: expected 1 to {Most}.");
        }
    }
}
