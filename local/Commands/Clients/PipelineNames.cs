using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Commands.Clients;

/// <summary>Which pipeline is meant.</summary>
internal static class PipelineNames
{
    private const int MostTold = 10;

    /// <summary>All that there are.</summary>
    public static async Task<IReadOnlyList<PipelineSummary>> AllAsync(SuiteClient suite, CancellationToken stop)
    {
        var all = new List<PipelineSummary>();
        string? token = null;
        do
        {
            var page = await suite.AskAsync<ListPipelinesOutput>(new ListPipelinesInput { NextToken = token }, stop);
            all.AddRange(page.Pipelines ?? []);
            token = page.NextToken;
        }
        while (token is not null);
        return all;
    }

    /// <summary>The pipeline of this name, or the only one.</summary>
    /// <exception cref="UsageException">There is none of this name, or several and none was named.</exception>
    public static async Task<string> OneAsync(SuiteClient suite, string? given, CancellationToken stop)
    {
        var names = (await AllAsync(suite, stop)).Select(pipeline => pipeline.Name!).ToList();
        return given is null
            ? names is [var only] ? only : throw new UsageException(names.Count == 0 ? NoneYet : $"There are several pipelines; name one: {Told(names)}.")
            : names.Contains(given, StringComparer.Ordinal) ? given
            : throw Unknown(given, names);
    }

    /// <summary>What is said to a name that no pipeline has.</summary>
    public static UsageException Unknown(string given, IReadOnlyCollection<string> names) => new(
        names.Count == 0 ? $"No pipeline is named '{given}'. {NoneYet}"
        : NearMiss.Of(given, names) is { } near ? $"No pipeline is named '{given}'. Did you mean '{near}'?"
        : $"No pipeline is named '{given}'. There {(names.Count == 1 ? "is" : "are")} {Told(names)}.");

    /// <summary>The stages of a pipeline, in their order.</summary>
    public static async Task<IReadOnlyList<string>> StagesAsync(SuiteClient suite, string? given, CancellationToken stop)
    {
        var name = await OneAsync(suite, given, stop);
        var pipeline = (await suite.AskAsync<GetPipelineOutput>(new GetPipelineInput { Name = name }, stop)).Pipeline!;
        return [.. pipeline.Stages.Select(stage => stage.Name)];
    }

    /// <summary>The stage of this name.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static string Stage(string pipeline, string given, IReadOnlyCollection<string> stages) => stages.Contains(given, StringComparer.Ordinal) ? given
        : throw new UsageException($"{pipeline} has no stage '{given}'. {(NearMiss.Of(given, stages) is { } near ? $"Did you mean '{near}'?" : $"Its stages are {string.Join(", ", stages)}.")}");

    private const string NoneYet = "There are no pipelines yet; 'sluice serve --repository PATH-OR-URL' makes one.";

    private static string Told(IReadOnlyCollection<string> names) => string.Join(", ", names.Take(MostTold)) + (names.Count > MostTold ? " …" : "");
}
