using System.CommandLine;
using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Screens;
using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Commands.Seeing;

/// <summary><c>list</c>: the pipelines with their last runs.</summary>
internal static class ListCommand
{
    private static readonly string[] Headings = ["PIPELINE", "LAST RUN", "STATUS", "STARTED", "TOOK", "REVISION"];

    public static Command Create(IReadOnlyDictionary<string, string> environment)
    {
        var options = new ClientOptions(environment);
        var command = new Command("list", "List the pipelines with their last runs");
        command.SetAction((parsed, stop) => options.RunAsync(parsed, talk => RunAsync(talk, stop)));
        return options.AddTo(command);
    }

    public static async Task<int> RunAsync(Talk talk, CancellationToken stop)
    {
        var seen = new List<PipelineOverview>();
        foreach (var pipeline in await PipelineNames.AllAsync(talk.Suite, stop))
        {
            var latest = await RunIds.ListAsync(talk.Suite, pipeline.Name!, most: 1, stop);
            seen.Add(new PipelineOverview(pipeline.Name, pipeline.Version, pipeline.PipelineType, pipeline.ExecutionMode, pipeline.Created, pipeline.Updated, latest is [var run, ..] ? run : null));
        }

        return await talk.TellAsync(new PipelineOverviews(seen), seen.Count > 0 ? Rows(talk, seen) : [new Row(new Span("There are no pipelines yet; 'sluice serve --repository PATH-OR-URL' makes one."))]);
    }

    private static IEnumerable<Row> Rows(Talk talk, List<PipelineOverview> seen)
    {
        var length = ShortIds.Length(seen.Select(pipeline => pipeline.LatestExecution?.PipelineExecutionId).OfType<string>());
        return TextTable.Of(Headings, [.. seen.Select(pipeline => Cells(pipeline.Name!, pipeline.LatestExecution, length, talk.Time.GetUtcNow()))], talk.Look.Width);
    }

    private static IReadOnlyList<Span> Cells(string name, PipelineExecutionSummary? run, int length, DateTimeOffset now) =>
    [
        new(name, Tone.Strong),
        new(run is null ? "-" : ShortIds.Of(run.PipelineExecutionId!, length)),
        Statuses.Of(run?.Status?.ToString()),
        new(Moments.Ago(run?.StartTime, now)),
        new(run is null ? "" : RunTexts.Took(run, now)),
        new(run is null ? "" : RunTexts.Revision(run)),
    ];
}
