using System.CommandLine;
using System.Globalization;
using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Releases;
using Sluice.Local.Commands.Screens;

namespace Sluice.Local.Commands.Seeing.Logs;

/// <summary><c>logs</c>: what a build, a deployment, a function or a pipeline's newest run has written.</summary>
internal static class LogsCommand
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static Command Create(IReadOnlyDictionary<string, string> environment)
    {
        var options = new ClientOptions(environment);
        var what = new Argument<string?>("WHAT") { Description = "A build's id, a deployment's id, a function, a log group or a pipeline, of which it is what the newest run is at; may be left out where there is one pipeline", Arity = ArgumentArity.ZeroOrOne };
        what.CompletionSources.Add(context => options.Complete(context, LogSources.NamesAsync));
        var follow = new Option<bool>("--follow", "-f") { Description = "Go on with what is written from now on, to the end of it or until interrupted" };
        var since = new Option<string>("--since") { Description = "How far back a function's log is shown", HelpName = "TIME", DefaultValueFactory = _ => "1h" }.Checks(text => TimeOption.Seconds("--since", text));
        var command = new CheckedCommand(
            "logs",
            "Show what a build, a deployment, a function or a pipeline's newest run has written",
            parsed => parsed.GetValue(follow) && parsed.GetValue<bool>("--json") ? ["--follow shows what comes to people; --json prints one document. Give one of them."] : []) { what, follow, since };
        command.SetAction((parsed, stop) => options.RunAsync(
            parsed, talk => RunAsync(talk, parsed.GetValue(what), parsed.GetValue(follow), TimeSpan.FromSeconds(TimeOption.Seconds("--since", parsed.GetRequiredValue(since))), stop)));
        return options.AddTo(command);
    }

    public static async Task<int> RunAsync(Talk talk, string? what, bool follow, TimeSpan since, CancellationToken stop)
    {
        var source = await LogSources.FindAsync(talk.Suite, what ?? await PipelineNames.OneAsync(talk.Suite, given: null, stop), talk.Time.GetUtcNow() - since, stop);
        var lines = await source.ReadAsync(stop);
        await talk.TellAsync(new LogLines(lines), lines.Select(line => RowOf(talk, line)));
        return follow ? await FollowAsync(talk, source, stop) : ExitCodes.Succeeded;
    }

    private static async Task<int> FollowAsync(Talk talk, ILogSource source, CancellationToken stop)
    {
        try
        {
            while (!source.IsOver)
            {
                await Task.Delay(Pause, talk.Time, stop);
                foreach (var line in await source.ReadAsync(stop))
                {
                    await talk.Output.WriteLineAsync(RowOf(talk, line).Written(talk.Look.Colours));
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Who follows a log ends it so.
        }

        return ExitCodes.Succeeded;
    }

    // A log is left as it is written: its lines are not cut.
    private static Row RowOf(Talk talk, LogLine line) => new(
        new Span(line.Timestamp is { } at ? TimeZoneInfo.ConvertTime(at, talk.Time.LocalTimeZone).ToString("HH:mm:ss  ", CultureInfo.InvariantCulture) : "", Tone.Quiet),
        new Span(line.Source is { } name ? $"{HarmlessText.Of(name)} | " : "", Tone.Quiet),
        new Span(HarmlessText.Of(line.Message)));
}
