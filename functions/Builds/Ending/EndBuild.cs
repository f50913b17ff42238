using Sluice.Platform.Accounts;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Sluice.Builds.Events;
using Sluice.Builds.Queueing;
using Sluice.Builds.Records;
using Sluice.Builds.Running;
using Sluice.Platform.Builds;
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
    private readonly SuiteAccount _settings;
    private readonly IObjectStore _objects;
    private readonly IStateMachines _machines;
    private readonly TimeProvider _time;
    private readonly ILogger<EndBuild> _log;

    internal EndBuild(
        BuildStore store, BuildTurns turns, BuildTasks tasks, SuiteAccount settings, IObjectStore objects, IStateMachines machines, TimeProvider time, ILogger<EndBuild> log)
    {
        (_store, _turns, _tasks, _settings, _objects, _machines, _time, _log) = (store, turns, tasks, settings, objects, machines, time, log);
    }

    /// <exception cref="BuildNotFoundException">There is no such build.</exception>
    public async Task<EndedBuild> RunAsync(EndOfBuild end, CancellationToken cancellationToken = default)
    {
        var build = await _store.GetAsync(end.BuildId, cancellationToken);
        var result = build.HasEnded() ? null : await ReadResultAsync(build, cancellationToken);
        while (!build.HasEnded())
        {
            // Refused only if a stop or another end came between; then the record says which, and this loop ends after it.
            var ended = BuildOutcome.Decide(build, result, end.Failure, _time.GetUtcNow());
            if (await _store.EndAsync(ended, BuildEvents.Of(ended, _settings), cancellationToken))
            {
                _log.LogInformation("Build {Build} ended as {Status}", ended.FullId(), ended.Status);
            }

            build = await _store.GetAsync(end.BuildId, cancellationToken);
        }

        await _machines.SucceedTaskAsync(build.TaskToken, ActionResults.Of(build), cancellationToken);
        if (build.StopToken is { } stopToken)
        {
            await _machines.SucceedTaskAsync(stopToken, null, cancellationToken);
        }

        await _turns.LeaveAsync(build.BuildId, cancellationToken);
        await _tasks.ForgetAsync(build, cancellationToken);
        return new EndedBuild(build.BuildId, build.Status);
    }

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
