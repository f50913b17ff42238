using Sluice.Deployments.Alarms;
using Sluice.Deployments.Runs;

namespace Sluice.Deployments.Protocol.Steps;

/// <summary>What the alarms say at the end of a step.</summary>
internal static class StepAlarms
{
    private const int MostExtensions = 3;
    private const int ShortestExtension = 60;

    /// <summary>Whether there are alarms that could still turn it back.</summary>
    public static bool AreWatched(Deployment record) => !record.IsCommitted && record.Shift is { AlarmNames.Count: > 0 };

    /// <summary>The stop that follows from them; null if the deployment goes on.</summary>
    public static Decision<Deployment, ShiftState>? Obstacle(Deployment record, AlarmsAnswer alarms, DateTimeOffset now)
    {
        var policy = record.Plan.Alarms;
        return AlarmJudge.Unreadable(policy, alarms) is { } silence ? Stop(record, StopCause.Failure, silence, now, alarms.Error)
            : AlarmJudge.Obstacle(policy, record.Shift!.AlarmNames, alarms, alarm => AlarmText.Of(record, alarm)) is { } cause ? Stop(record, StopCause.Alarm, $"{cause}{Advice(record)}", now)
            : null;
    }

    /// <summary>
    /// The longer wait that follows if they have no data and that is to be waited for; null if it is not. Before any traffic is moved there is nothing that could
    /// have data, so only steps are waited on.
    /// </summary>
    public static Decision<Deployment, ShiftState>? Silence(StepAnswer answer, Deployment record, Move done, AlarmsAnswer alarms, DateTimeOffset now)
    {
        var policy = record.Plan.Alarms;
        if (policy.InsufficientData != InsufficientData.Wait || done.Kind is not (MoveKind.Shift or MoveKind.Create) || AlarmJudge.WithoutData(policy, alarms) is not { Count: > 0 } silent)
        {
            return null;
        }

        if (Waits.Of(record)?.Count - StepRequests.Waits(record) >= MostExtensions)
        {
            return Stop(record, StopCause.Alarm, $"alarm '{string.Join("', '", silent)}' has no data at {done.What}, and got none while that was waited for {MostExtensions} times more", now);
        }

        var extended = Waits.Extend(record, done.Wait == WaitKind.Pause ? ShortestExtension : Math.Max(done.WaitSeconds, ShortestExtension), now);
        return new Decision<Deployment, ShiftState>(extended, answer.ReadBack(extended));
    }

    // Only who asked over the API can say so for one deployment, and only before traffic is moved is the alarm not this deployment's doing.
    private static string Advice(Deployment record) =>
        record is { Intent: null, Request: not null } ? "; overrideAlarmConfiguration deploys a fix nevertheless" : "";

    private static Decision<Deployment, ShiftState> Stop(Deployment record, StopCause cause, string why, DateTimeOffset now, string? error = null) =>
        Ending.StopAndRefuse<ShiftState>(record, cause, why, now, error);
}
