using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Sluice.Builds.ControlPlane.Fleets;
using Sluice.Builds.Records;
using Sluice.Builds.Running;
using Sluice.Platform.Accounts;
using Sluice.Platform.Events;
using Sluice.Platform.Json;
using Sluice.Platform.StateMachines;

namespace Sluice.Builds.Queueing;

/// <summary>
/// Lets builds have their turns. Whoever changes the queue tells those whose turn it is by that, and anybody who comes later tells them again if that was lost: a turn may be told twice, never not at all.
/// </summary>
internal sealed class BuildTurns(
    BuildQueueStore queue, FleetCapacities fleets, BuildStore store, BuildTasks tasks, IStateMachines machines, BuildLimit limit, SuiteAccount account, TimeProvider time, ILogger<BuildTurns> log)
{
    /// <summary>Completes the token now, or when it is the build's turn.</summary>
    /// <exception cref="StopRecordedException">The build has ended or is to stop, or a later delivery of the task waits.</exception>
    /// <exception cref="NoComputeException">There is nothing for it to run on: it need not wait to be told so.</exception>
    public async Task TakeAsync(string buildId, ParkedTask task, CancellationToken cancellationToken)
    {
        await store.DecideAsync(buildId, (build, cancellation) => EnterAsync(build, task, cancellation), cancellationToken);
        var entered = await queue.AdmitAsync(limit.AtOnce, cancellationToken);
        await TellAsync(entered, cancellationToken);
        if (entered.WaitingCount > 0)
        {
            await LeaveEndedAsync(entered, cancellationToken);
        }
    }

    /// <summary>The build has ended: the next one has its turn.</summary>
    public async Task LeaveAsync(BuildRecord build, CancellationToken cancellationToken)
    {
        await queue.LeaveAsync(build.Line ?? build.ProjectName, build.BuildId, build.Ticket, cancellationToken);
        await TellAsync(await queue.AdmitAsync(limit.AtOnce, cancellationToken), cancellationToken);
    }

    private async Task<Decision<BuildRecord, bool>> EnterAsync(BuildRecord build, ParkedTask task, CancellationToken cancellationToken)
    {
        if ((build.Obstacle() ?? tasks.Obstacle(build)) is { } obstacle)
        {
            return new(build, false) { Throw = obstacle };
        }

        if (task.IsOlderThan(build.TurnTask))
        {
            return new(build, false) { Throw = new StopRecordedException($"A later delivery of this task waits for the turn of the build {build.BuildId}.") };
        }

        var before = await queue.GetAsync(cancellationToken);
        return build.Ticket is null ? Enter(build, task, await LineAsync(build, cancellationToken), before) : Again(build, task, before);
    }

    /// <summary>A fleet that overflows holds nobody up, nor does one that is not there any more.</summary>
    private async Task<BuildLine> LineAsync(BuildRecord build, CancellationToken cancellationToken)
    {
        var line = new BuildLine(build.ProjectName, build.Settings.ConcurrentBuildLimit);
        return build.Settings.Environment.Fleet?.FleetArn is { } named && await fleets.FindAsync(named, cancellationToken) is { Overflows: false } fleet
            ? line with { Fleet = fleet.Name, FleetLimit = fleet.AtOnce } : line;
    }

    private Decision<BuildRecord, bool> Enter(BuildRecord build, ParkedTask task, BuildLine line, Versioned<BuildQueue> before)
    {
        var after = before.Value.Enter(line);
        IEnumerable<GuardedWrite> told = before.Value.Obstacle(line, limit.AtOnce) is { } why
            ? [Outbox.Event(BuildEvents.Waits(build, why, account, time.GetUtcNow()))]
            : [];
        return new(build with { TurnTask = task, Line = line.Name(), Ticket = after.LastTicket }, true) { Also = [.. BuildQueueStore.Enter(before, after, line, build.BuildId), .. told] };
    }

    /// <summary>In its own place, with the token of the machine's newer task, which is told again if its turn has come.</summary>
    private static Decision<BuildRecord, bool> Again(BuildRecord build, ParkedTask task, Versioned<BuildQueue> before)
    {
        var after = before.Value.Tell(build.BuildId, isTold: false);
        return new(build with { TurnTask = task }, true) { Also = ReferenceEquals(before.Value, after) ? [] : [BuildQueueStore.Write(before, after)] };
    }

    /// <summary>Those that ended without leaving, which should not be, must not keep the others waiting for ever.</summary>
    private async Task LeaveEndedAsync(BuildQueue seen, CancellationToken cancellationToken)
    {
        foreach (var running in seen.Running)
        {
            var build = await store.FindAsync(running.BuildId, cancellationToken);
            if (build is null || build.HasEnded())
            {
                log.LogWarning("The build {Build} had ended and still had its turn", running.BuildId);
                await queue.LeaveAsync(running.Project, running.BuildId, ticket: null, cancellationToken);
                await TellAsync(await queue.AdmitAsync(limit.AtOnce, cancellationToken), cancellationToken);
            }
        }
    }

    private async Task TellAsync(BuildQueue seen, CancellationToken cancellationToken)
    {
        foreach (var next in seen.Untold)
        {
            await BeginAsync(next.BuildId, cancellationToken);
            await queue.TellAsync(next.BuildId, cancellationToken);
        }
    }

    /// <summary>A build that is to stop does not begin; its machine ends it, and then it leaves.</summary>
    private async Task BeginAsync(string buildId, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(buildId, cancellationToken) is not { } found)
        {
            return;
        }

        var (build, begins) = await store.DecideAsync(buildId, seen => Begins(seen, time.GetUtcNow()), cancellationToken);
        if (begins && tasks.Obstacle(build) is { } lacking)
        {
            // While it waited the installation lost what it needs; whoever tells it so goes on with the others.
            await machines.FailTaskAsync(build.TurnTask!.Token, nameof(NoComputeException), lacking.Message, cancellationToken);
        }
        else if (begins)
        {
            await machines.SucceedTaskAsync(build.TurnTask!.Token, await PlanAsync(build, cancellationToken), cancellationToken);
        }
        else if (found.TurnTask is { } waiting)
        {
            await machines.FailTaskAsync(waiting.Token, nameof(StopRecordedException), "The build is to stop or has ended.", cancellationToken);
        }
    }

    private static Decision<BuildRecord, bool> Begins(BuildRecord build, DateTimeOffset now) =>
        build.Obstacle() is not null || build.TurnTask is null ? new(build, false)
        : build.BegunAt is not null ? new(build, true)
        : new(build with { BegunAt = now }, true);

    private async Task<JsonNode?> PlanAsync(BuildRecord build, CancellationToken cancellationToken) =>
        JsonSerializer.SerializeToNode(await tasks.PlanAsync(build, cancellationToken), SluiceJson.Options);
}
