using System.Text.Json.Nodes;
using Sluice.Deployments.Alarms;

namespace Sluice.Deployments.Protocol.Steps;

/// <summary>What the machine is told to do for the current step, told from the record alone.</summary>
internal sealed class StepAnswer(IShiftPlatform platform)
{
    /// <summary>A step without a bake waits for its own word that the traffic is as intended; it comes at once.</summary>
    private const int NoBakeSeconds = 60;

    public ShiftState Of(Deployment record, string secret)
    {
        var move = MoveOf(record);
        return move.Kind == MoveKind.Hook ? Hook(record, move, secret) : platform.Tell(record, move, Waiting(record, move));
    }

    /// <summary>What divides the traffic is read and the wait begun again.</summary>
    public ShiftState ReadBack(Deployment record)
    {
        var move = MoveOf(record);
        return Of(record, "") with { Next = move.DeadlineSeconds is not null ? Branch.Look : move.Kind == MoveKind.Wait ? Branch.Await : Branch.ReadBack };
    }

    /// <summary>The alarms are read before anything else is done.</summary>
    public static ShiftState ReadAlarms(Deployment record) => Current(record) with { Next = Branch.ReadAlarms };

    /// <summary>Never empty: no names would mean all alarms of the account.</summary>
    public static IReadOnlyList<string> NamesToRead(Deployment record) =>
        record.Shift is { AlarmNames: { Count: > 0 } names } ? names : [AlarmJudge.NoAlarm];

    /// <summary>The step's metrics are read; then it is judged.</summary>
    public static ShiftState ReadMetrics(Deployment record, JsonObject request) => Current(record) with { Next = Branch.ReadMetrics, MetricData = request };

    private static ShiftState Waiting(Deployment record, Move move) => Current(record) with
    {
        TimeoutSeconds = move.DeadlineSeconds is not null ? Polling.Pause(record.Attempt) : Waits.Seconds(record, move) is > 0 and var seconds ? seconds : NoBakeSeconds,
    };

    private Move MoveOf(Deployment record) => platform.Moves(record.Plan, record.Shift!)[record.Step - 1];

    private static ShiftState Hook(Deployment record, Move move, string secret)
    {
        var payload = new JsonObject
        {
            ["DeploymentId"] = record.DeploymentId,
            ["LifecycleEventHookExecutionId"] = secret,
            ["LifecycleEvent"] = move.What,
        };
        record.Plan.Target.TellHook(record, payload);
        return Current(record) with
        {
            Next = Branch.Hook,
            TimeoutSeconds = move.Hook!.TimeoutSeconds,
            HookFunction = move.Hook.Function,
            HookPayload = payload,
        };
    }

    private static ShiftState Current(Deployment record) => ShiftState.Of(record) with
    {
        Step = record.Step,
        Attempt = record.Attempt,
        AlarmNames = NamesToRead(record),
    };
}
