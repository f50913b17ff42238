using Microsoft.Extensions.Logging;
using Sluice.BuildContract;
using Sluice.Builds.Records;
using Sluice.Builds.Running;
using Sluice.Platform.Ids;
using Sluice.Platform.Json;

namespace Sluice.Builds.Ending;

/// <summary>Ends a build once: reads its program's result, makes its reports, writes the end with its event and its retry, then tells everyone who waits for it. Repeating it tells them again, which is no harm.</summary>
public sealed class EndBuild
{
    private readonly BuildStore _store;
    private readonly BuildResults _results;
    private readonly BuildReports _reports;
    private readonly AfterBuild _after;
    private readonly IIds _ids;
    private readonly TimeProvider _time;
    private readonly ILogger<EndBuild> _log;

    internal EndBuild(BuildStore store, BuildResults results, BuildReports reports, AfterBuild after, IIds ids, TimeProvider time, ILogger<EndBuild> log)
    {
        (_store, _results, _reports, _after, _ids, _time, _log) = (store, results, reports, after, ids, time, log);
    }

    /// <exception cref="BuildNotFoundException">There is no such build.</exception>
    public async Task<EndedBuild> RunAsync(EndOfBuild end, CancellationToken cancellationToken = default)
    {
        var build = await _store.GetAsync(end.BuildId, cancellationToken);
        if (!build.HasEnded())
        {
            build = await EndAsync(build, end.Failure, cancellationToken);
        }

        await _after.RunAsync(build, cancellationToken);
        return new EndedBuild(build.BuildId, build.Status, BuildMetrics.Of(build));
    }

    private async Task<BuildRecord> EndAsync(BuildRecord build, CaughtError? failure, CancellationToken cancellationToken)
    {
        var result = await _results.ReadAsync(build, cancellationToken);
        var reports = await _reports.MakeAsync(build, result, cancellationToken);
        var retry = await NextNumberAsync(BuildOutcome.Decide(build, result, failure, _time.GetUtcNow()), cancellationToken);
        var (ended, ends) = await _store.DecideAsync(build.BuildId, seen => Decide(seen, result, failure, _time.GetUtcNow(), retry, reports), cancellationToken);
        if (ends)
        {
            _log.LogInformation("Build {Build} ended as {Status}", ended.FullId(), ended.Status.WireName());
        }

        return ended;
    }

    internal static Decision<BuildRecord, bool> Decide(
        BuildRecord build, BuildResult? result, CaughtError? failure, DateTimeOffset now, NextRetry? retry = null, IReadOnlyList<string>? reports = null)
    {
        if (build.HasEnded())
        {
            return new(build, false);
        }

        var ended = BuildOutcome.Decide(build, result, failure, now) with { ReportArns = reports ?? [] };
        return retry?.Of(ended, now) is { } next
            ? new(ended with { Retry = (ended.Retry ?? new AutoRetry(0)) with { Next = next.FullId() } }, true) { Beside = [BuildStore.Made(next)] }
            : new(ended, true);
    }

    /// <summary>A number for the retry, if there will be one; that it is lost is no harm.</summary>
    private async Task<NextRetry?> NextNumberAsync(BuildRecord ended, CancellationToken cancellationToken) =>
        NextRetry.Follows(ended) ? new NextRetry(await _store.NextNumberAsync(ended.ProjectName, cancellationToken), _ids.Secret()) : null;
}
