using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Sluice.Builds.Model;
using Sluice.Builds.Records;
using Sluice.Builds.Running;
using Sluice.Platform.Accounts;
using Sluice.Platform.Json;
using Sluice.Platform.Runs;
using Sluice.Platform.StateMachines;

namespace Sluice.Builds.Queueing;

/// <summary>
/// Lets builds have their turns. Whoever changes the queue tells those whose turn it is by that, and anybody who comes later tells them again if that was lost: a turn may be told twice, never not at all.
/// </summary>
internal sealed class BuildTurns(
    BuildQueueStore queue, BuildStore store, BuildTasks tasks, IStateMachines machines, BuildLimit limit, SuiteAccount account, TimeProvider time, ILogger<BuildTurns> log)
{
    /// <summary>Completes the token now, or when it is the build's turn.</summary>
    public async Task TakeAsync(BuildRecord build, string taskToken, CancellationToken cancellationToken)
    {
        var entered = await queue.ChangeAsync(
            seen => seen.Enter(build.BuildId, taskToken, limit.AtOnce),
            (before, after) => after.Waits(build.BuildId) && !before.Waits(build.BuildId) ? BuildEvents.Waits(build, after.Running.Count, limit.AtOnce, account, time.GetUtcNow()) : null,
            cancellationToken);
        await TellAsync(entered, cancellationToken);
        if (entered.Waits(build.BuildId))
        {
            await LeaveEndedAsync(entered, cancellationToken);
        }
    }

    /// <summary>The build has ended: the next one has its turn.</summary>
    public Task LeaveAsync(string buildId, CancellationToken cancellationToken) => LeaveAsync([buildId], cancellationToken);

    /// <summary>Lets a build that waits know that it is to stop; one that does not wait is told otherwise.</summary>
    public async Task StopAsync(string buildId, string reason, CancellationToken cancellationToken)
    {
        var waiting = (await queue.GetAsync(cancellationToken)).Waiting.Find(build => build.BuildId == buildId);
        if (waiting is not null)
        {
            await machines.FailTaskAsync(waiting.TaskToken, nameof(StopRecordedException), reason, cancellationToken);
        }
    }

    private async Task LeaveAsync(IReadOnlyCollection<string> ended, CancellationToken cancellationToken) =>
        await TellAsync(await queue.ChangeAsync(seen => seen.Leave(ended, limit.AtOnce), (_, _) => null, cancellationToken), cancellationToken);

    /// <summary>Those that ended without leaving, which should not be, must not keep the others waiting for ever.</summary>
    private async Task LeaveEndedAsync(BuildQueue seen, CancellationToken cancellationToken)
    {
        var ended = new List<string>();
        foreach (var running in seen.Running)
        {
            if (await store.FindAsync(running.BuildId, cancellationToken) is not { } build || build.HasEnded())
            {
                ended.Add(running.BuildId);
            }
        }

        if (ended.Count > 0)
        {
            log.LogWarning("The builds {Builds} had ended and still had their turns", string.Join(", ", ended));
            await LeaveAsync(ended, cancellationToken);
        }
    }

    private async Task TellAsync(BuildQueue seen, CancellationToken cancellationToken)
    {
        foreach (var next in seen.Untold)
        {
            await BeginAsync(next, cancellationToken);
            await queue.ChangeAsync(now => now.Tell(next), (_, _) => null, cancellationToken);
        }
    }

    /// <summary>A build that is to stop does not begin; its machine ends it, and then it leaves.</summary>
    private async Task BeginAsync(QueuedBuild next, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(next.BuildId, cancellationToken) is not null
            && await store.DecideAsync(next.BuildId, seen => Begins(seen, time.GetUtcNow()), cancellationToken) is (var begun, true))
        {
            await machines.SucceedTaskAsync(next.TaskToken, await PlanAsync(begun, cancellationToken), cancellationToken);
        }
        else
        {
            await machines.FailTaskAsync(next.TaskToken, nameof(StopRecordedException), "The build is to stop or has ended.", cancellationToken);
        }
    }

    private static Decision<BuildRecord, bool> Begins(BuildRecord build, DateTimeOffset now) =>
        build.Obstacle() is not null ? new(build, false)
        : build.BegunAt is not null ? new(build, true)
        : new(build with { BegunAt = now }, true);

    private async Task<JsonNode?> PlanAsync(BuildRecord build, CancellationToken cancellationToken) =>
        JsonSerializer.SerializeToNode(await tasks.PlanAsync(build, cancellationToken), SluiceJson.Options);
}
