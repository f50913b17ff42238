using Sluice.Deployments.Protocol.Steps;
using Sluice.Deployments.Runs;
using Sluice.Platform.StateMachines;

namespace Sluice.Deployments.Protocol.Baking;

/// <summary>Judges what was read back and parks the wait, so that a stop can end it at once.</summary>
public sealed class Bake(DeploymentStore store, ShiftPlatforms platforms, IStateMachines machines, TimeProvider time)
{
    /// <exception cref="StopRecordedException">It must not go on.</exception>
    /// <exception cref="WeightNotSetException">The traffic is still as it was before.</exception>
    public async Task RunAsync(BakeInput input, CancellationToken cancellationToken = default)
    {
        var (_, isOver) = await store.DecideAsync(input.DeploymentId, record => Decide(platforms.Of(record.Plan), record, input, time.GetUtcNow()), cancellationToken);
        if (isOver)
        {
            await machines.SucceedTaskAsync(input.TaskToken, null, cancellationToken);
        }
    }

    /// <summary>The answer is whether there is nothing to wait for.</summary>
    internal static Decision<Deployment, bool> Decide(IShiftPlatform platform, Deployment record, BakeInput input, DateTimeOffset now)
    {
        if (Parking.Obstacle(record, input.Step, input.Attempt, input.RetryCount) is { } obstacle)
        {
            return Refusal.Of<bool>(record, obstacle);
        }

        var move = platform.Moves(record.Plan, record.Shift!)[record.Step - 1];
        var reading = platform.Judge(record, move, input, now);
        return reading.Finding switch
        {
            Finding.AsIntended => Park(reading.Record with { Reached = record.Step }, move, reading, input, now),
            Finding.NotYet => new Decision<Deployment, bool>(Parked(reading.Record, move, input, now), false),
            Finding.NotSet => NotSet(record, now),
            Finding.Foreign => Ending.StopAndRefuse<bool>(reading.Record, StopCause.ForeignChange, reading.Why!, now),
            _ => Ending.StopAndRefuse<bool>(reading.Record, StopCause.Failure, reading.Why!, now),
        };
    }

    private static Decision<Deployment, bool> Park(Deployment record, Move move, Reading reading, BakeInput input, DateTimeOffset now)
    {
        var parked = Parked(record, move, input, now);
        var isOver = Waits.Seconds(record, move) == 0 || record.Continued?.Ends(parked.Parked!) == true;
        if (move.Kind == MoveKind.Wait)
        {
            var isNews = move.Wait == WaitKind.Ready && record.Parked?.Step != record.Step;
            return new Decision<Deployment, bool>(parked, isOver) { Events = isNews ? DeploymentEvents.States(parked) : [] };
        }

        return reading.Found is null ? new Decision<Deployment, bool>(parked, isOver) : Shifted(parked, move, reading, now, record.Parked) with { Answer = isOver };
    }

    private static Decision<Deployment, bool> Shifted(Deployment parked, Move move, Reading reading, DateTimeOffset now, ParkedWait? before)
    {
        var step = parked.Step;
        var known = parked with
        {
            Known = new KnownTraffic(step, reading.RevisionId),
            History = [.. parked.History.Select(entry => entry.Step == step && entry.ReadBack is null ? entry with { ReadBack = now } : entry)],
        };
        var isShifted = parked.Known?.Step != step && move.Kind != MoveKind.ShiftTest;
        var watched = known.Parked!.Kind is WaitKind.Bake or WaitKind.FinalBake ? Waits.Seconds(known, move) : 0;
        var isPaused = known.Parked.Kind == WaitKind.Pause && !(before is { Kind: WaitKind.Pause } && before.Step == step);
        return new Decision<Deployment, bool>(known, false)
        {
            Events = [.. isShifted ? [DeploymentEvents.Shifted(known, reading.Found!, watched)] : Array.Empty<RunEvent>(), .. isPaused ? DeploymentEvents.States(known) : []],
        };
    }

    private static Deployment Parked(Deployment record, Move move, BakeInput input, DateTimeOffset now) => record.Leased(now, Waits.Seconds(record, move)) with
    {
        Parked = new ParkedWait(Waits.Kind(record, move), input.Step, input.Attempt, input.RetryCount, input.TaskToken),
    };

    // Someone touched the alias without changing its traffic, so that our revision was old.
    private static Decision<Deployment, bool> NotSet(Deployment record, DateTimeOffset now)
    {
        const int most = 5;
        var intent = record.Intent!;
        var target = record.Plan.Target;
        var (subject, wanted) = (target.Subject(), target.Describe(intent.Traffic));
        return intent.Tries >= most
            ? Ending.StopAndRefuse<bool>(record, StopCause.Failure, $"{subject} could not be set to {wanted} in {most} tries: others change it meanwhile", now)
            : new Decision<Deployment, bool>(record with { Intent = intent with { Tries = intent.Tries + 1 } }, false) { Throw = new WeightNotSetException(subject, wanted) };
    }
}
