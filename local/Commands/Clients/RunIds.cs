using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Commands.Clients;

/// <summary>Which run of a pipeline is meant.</summary>
internal static class RunIds
{
    private const int Whole = 36;
    private const int Shortest = 4;
    private const int PageSize = 100;
    private const int MostPages = 20;

    /// <summary>The newest runs of a pipeline, the newest first.</summary>
    public static async Task<IReadOnlyList<PipelineExecutionSummary>> ListAsync(SuiteClient suite, string pipeline, int most, CancellationToken stop) =>
        (await suite.AskAsync<ListPipelineExecutionsOutput>(new ListPipelineExecutionsInput { PipelineName = pipeline, MaxResults = most }, stop)).PipelineExecutionSummaries ?? [];

    /// <summary>All runs of a pipeline that a test takes, as far as one looks back.</summary>
    /// <param name="succeededIn">Those alone that succeeded in this stage; null for any.</param>
    public static async Task<IReadOnlyList<PipelineExecutionSummary>> AllAsync(SuiteClient suite, string pipeline, string? succeededIn, CancellationToken stop)
    {
        var (all, token) = (new List<PipelineExecutionSummary>(), (string?)null);
        for (var page = 0; page < MostPages && (page == 0 || token is not null); page++)
        {
            var answer = await suite.AskAsync<ListPipelineExecutionsOutput>(
                new ListPipelineExecutionsInput
                {
                    PipelineName = pipeline,
                    MaxResults = PageSize,
                    NextToken = token,
                    Filter = succeededIn is null ? null : new PipelineExecutionFilter { SucceededInStage = new SucceededInStageFilter { StageName = succeededIn } },
                },
                stop);
            all.AddRange(answer.PipelineExecutionSummaries ?? []);
            token = answer.NextToken;
        }

        return all;
    }

    /// <summary>The ids of the newest runs, for a shell.</summary>
    public static async Task<IEnumerable<string>> NewestAsync(SuiteClient suite, string? given, CancellationToken stop) =>
        (await ListAsync(suite, await PipelineNames.OneAsync(suite, given, stop), PageSize, stop)).Select(run => run.PipelineExecutionId!);

    /// <summary>The run that an id, or the beginning of one, means.</summary>
    /// <exception cref="UsageException">It means none or several.</exception>
    public static async Task<string> OneAsync(SuiteClient suite, string pipeline, string given, CancellationToken stop) =>
        given.Length == Whole ? given : Pick(pipeline, given, await AllAsync(suite, pipeline, null, stop));

    /// <summary>The run that the beginning of its id, or of its revision, means.</summary>
    /// <exception cref="UsageException">It means none or several.</exception>
    public static string Pick(string pipeline, string given, IReadOnlyList<PipelineExecutionSummary> runs)
    {
        if (given.Length < Shortest)
        {
            throw new UsageException($"'{given}' is too short for a run's id: expected at least {Shortest} characters of it.");
        }

        var byId = runs.Where(run => run.PipelineExecutionId!.StartsWith(given, StringComparison.OrdinalIgnoreCase)).ToList();
        var found = byId.Count > 0 ? byId : [.. runs.Where(run => run.SourceRevisions?.Any(revision => revision.RevisionId?.StartsWith(given, StringComparison.OrdinalIgnoreCase) == true) == true).Take(1)];
        return found switch
        {
            [var one] => one.PipelineExecutionId!,
            [] => throw new UsageException($"{pipeline} has no run '{given}'; 'sluice history {pipeline}' lists them."),
            _ => throw new UsageException($"'{given}' means {found.Count} runs of {pipeline}: {string.Join(", ", found.Select(run => run.PipelineExecutionId))}."),
        };
    }
}
