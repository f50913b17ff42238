using System.Text.Json;
using Microsoft.Extensions.Logging;
using Sluice.BuildContract;
using Sluice.Builds.Batching;
using Sluice.Builds.Queueing;
using Sluice.Builds.Records;
using Sluice.Builds.Running;
using Sluice.Platform.Ids;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;
using Sluice.Platform.StateMachines;

namespace Sluice.Builds.Ending;

/// <summary>
/// Ends a build once: reads its program's result, writes the end and the event, then completes the pipeline's task and the one that waits for a stop, and gives its turn to the next.
/// Repeating it completes the tasks again, which is no harm.
/// </summary>
public sealed class EndBuild
{
    private readonly BuildStore _store;
    private readonly BuildTurns _turns;
    private readonly BuildTasks _tasks;
    private readonly BatchProgress _batches;
    private readonly IIds _ids;
    private readonly IObjectStore _objects;
    private readonly IStateMachines _machines;
    private readonly TimeProvider _time;
    private readonly ILogger<EndBuild> _log;

    internal EndBuild(
        BuildStore store, BuildTurns turns, BuildTasks tasks, BatchProgress batches, IIds ids, IObjectStore objects, IStateMachines machines, TimeProvider time, ILogger<EndBuild> log)
    {
        (_store, _turns, _tasks, _batches, _ids, _objects, _machines, _time, _log) = (store, turns, tasks, batches, ids, objects, machines, time, log);
    }

    /// <exception cref="BuildNotFoundException">There is no such build.</exception>
    public async Task<EndedBuild> RunAsync(EndOfBuild end, CancellationToken cancellationToken = default)
    {
        var build = await _store.GetAsync(end.BuildId, cancellationToken);
        if (!build.HasEnded())
        {
            var result = await ReadResultAsync(build, cancellationToken);
            var retry = await NextNumberAsync(BuildOutcome.Decide(build, result, end.Failure, _time.GetUtcNow()), cancellationToken);
            (build, var ends) = await _store.DecideAsync(end.BuildId, seen => Decide(seen, result, end.Failure, _time.GetUtcNow(), retry), cancellationToken);
            if (ends)
            {
                _log.LogInformation("Build {Build} ended as {Status}", build.FullId(), build.Status.WireName());
            }
        }

        if (build.Action is { } action)
        {
            await _machines.SucceedTaskAsync(action.Token, ActionResults.Of(build), cancellationToken);
        }

        if (build.StopTask is { } waiting)
        {
            await _machines.SucceedTaskAsync(waiting.Token, null, cancellationToken);
        }

        await _turns.LeaveAsync(build, cancellationToken);
        if (build.Batch is { } batch)
        {
            await _batches.AdvanceAsync(batch.BatchId, cancellationToken);
        }

        await _tasks.ForgetAsync(build, cancellationToken);
        return new EndedBuild(build.BuildId, build.Status);
    }

    internal static Decision<BuildRecord, bool> Decide(BuildRecord build, BuildResult? result, CaughtError? failure, DateTimeOffset now, NextRetry? retry)
    {
        if (build.HasEnded())
        {
            return new(build, false);
        }

        var ended = BuildOutcome.Decide(build, result, failure, now);
        return retry?.Of(ended, now) is { } next
            ? new(ended with { Retry = (ended.Retry ?? new AutoRetry(0)) with { Next = next.FullId() } }, true) { Beside = [BuildStore.Made(next)] }
            : new(ended, true);
    }

    /// <summary>A number for the retry, if there will be one; that it is lost is no harm.</summary>
    private async Task<NextRetry?> NextNumberAsync(BuildRecord ended, CancellationToken cancellationToken) =>
        NextRetry.Follows(ended) ? new NextRetry(await _store.NextNumberAsync(ended.ProjectName, cancellationToken), _ids.Secret()) : null;

    private async Task<BuildResult?> ReadResultAsync(BuildRecord build, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await _objects.OpenAsync(new ObjectRef(build.Output.Bucket, $"{build.Output.Key}/{RunnerVariables.ResultName}"), cancellationToken);
            return await JsonSerializer.DeserializeAsync<BuildResult>(content, SluiceJson.Options, cancellationToken);
        }
        catch (ObjectNotFoundException)
        {
            return null;
        }
        catch (JsonException e)
        {
            // Whatever wrote that was not our program; the build must end all the same.
            return new BuildResult(BuildStatus.Fault, [], null, new Dictionary<string, string>(), $"The build's result is damaged: {e.Message}");
        }
    }
}
