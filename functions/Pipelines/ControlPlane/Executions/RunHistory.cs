using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;

namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>What histories read: runs with the versions that they go by, and the variables that their actions gave.</summary>
internal sealed class RunHistory(PipelineStore pipelines, PipelineRunStore runs, RunPages pages)
{
    /// <param name="pipeline">Whose runs.</param>
    /// <param name="filter">Which of them.</param>
    /// <param name="token">Where the last page ended; null is the beginning.</param>
    /// <param name="most">How many at most; null for 100.</param>
    /// <param name="each">What a run holds of it, the oldest first.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="PipelineExecutionNotFoundException">There is no such run.</exception>
    public async Task<(IReadOnlyList<(PipelineRun Run, PipelineDeclaration Pipeline, T Item)> Page, string? NextToken)> ReadAsync<T>(
        string pipeline, HistoryFilter filter, string? token, int? most, Func<PipelineRun, IEnumerable<T>> each, CancellationToken cancellationToken)
    {
        var (page, next) = filter.PipelineExecutionId is { } id
            ? ListPages.Of([.. Items((await runs.GetAsync(pipeline, id, cancellationToken)).Value, each)], $"{pipeline}/{id}/{filter.IsLatest}", token, most)
            : await pages.ReadAsync(pipeline, token, most, run => Items(run, each), cancellationToken);
        var versions = new Dictionary<int, PipelineDeclaration>();
        foreach (var version in page.Select(found => found.Run.PipelineVersion).Distinct())
        {
            versions[version] = await pipelines.GetVersionAsync(pipeline, version, cancellationToken);
        }

        return ([.. page.Select(found => (found.Run, versions[found.Run.PipelineVersion], found.Item))], next);
    }

    private static IEnumerable<(PipelineRun Run, T Item)> Items<T>(PipelineRun run, Func<PipelineRun, IEnumerable<T>> each) => each(run).Reverse().Select(item => (run, item));
}
