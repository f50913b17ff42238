using System.CommandLine;
using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Screens;

namespace Sluice.Local.Commands.Seeing;

/// <summary><c>status</c>: where the runs of a pipeline are, once or as it changes.</summary>
internal static class StatusCommand
{
    public static Command Create(IReadOnlyDictionary<string, string> environment)
    {
        var options = new ClientOptions(environment);
        var name = NameArguments.Pipeline(options, "The pipeline's name; left out, all of them");
        var watch = new Option<bool>("--watch") { Description = "Show it as it changes, until interrupted" };
        var command = new CheckedCommand(
            "status",
            "Show where the runs of a pipeline are, what they wait for, and how traffic is split",
            parsed => parsed.GetValue(watch) && parsed.GetValue<bool>("--json") ? ["--watch shows what changes to people; --json prints one document. Give one of them."] : []) { name, watch };
        command.SetAction((parsed, stop) => options.RunAsync(parsed, talk => parsed.GetValue(watch)
            ? StatusWatch.RunAsync(talk, parsed.GetValue(name), ScreenFactory.Create(forScripts: false, talk.Time), stop)
            : RunAsync(talk, parsed.GetValue(name), stop)));
        return options.AddTo(command);
    }

    public static async Task<int> RunAsync(Talk talk, string? given, CancellationToken stop)
    {
        var views = new List<PipelineView>();
        foreach (var name in await NamesAsync(talk.Suite, given, stop))
        {
            views.Add(await PipelineReader.ReadAsync(talk.Suite, name, stop));
        }

        return await talk.TellAsync(new PipelineViews(views), Rows(talk, views));
    }

    /// <summary>The pipelines that are meant.</summary>
    /// <exception cref="UsageException">There is none of this name.</exception>
    public static async Task<IReadOnlyList<string>> NamesAsync(SuiteClient suite, string? given, CancellationToken stop) => given is null
        ? [.. (await PipelineNames.AllAsync(suite, stop)).Select(pipeline => pipeline.Name!)]
        : [await PipelineNames.OneAsync(suite, given, stop)];

    private static IEnumerable<Row> Rows(Talk talk, List<PipelineView> views) => views.Count == 0
        ? [new Row(new Span("There are no pipelines yet; 'sluice serve --repository PATH-OR-URL' makes one."))]
        : views.SelectMany((view, index) => (index == 0 ? [] : new[] { new Row() }).Concat(StatusRows.Of(view, talk.Look, talk.Time.GetUtcNow())));
}
