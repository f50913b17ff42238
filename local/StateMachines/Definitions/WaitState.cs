using Sluice.Local.StateMachines.Histories;
using Sluice.Local.StateMachines.Running;
using Sluice.Local.StateMachines.Templates;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Definitions;

/// <summary>Waits for some seconds, or until a time; a time in the past is no wait.</summary>
internal sealed class WaitState(StateFrame frame, Seconds? seconds, Expression? until) : State(frame)
{
    private static readonly StateKind Wait = new(EventType.WaitStateEntered, EventType.WaitStateExited, EventType.WaitStateAborted);

    internal override StateKind Kind => Wait;

    internal override void Execute(Visit visit)
    {
        var input = EffectiveInput(visit);
        var scope = new Scope(input, visit);
        if (seconds is null)
        {
            visit.WaitUntil(Until(scope), Done);
        }
        else
        {
            visit.WaitFor(TimeSpan.FromSeconds(seconds.Evaluate(scope)), Done);
        }

        void Done() => visit.Complete(Output(visit, input), Frame.Next);
    }

    private DateTimeOffset Until(in Scope scope)
    {
        var value = until!.Evaluate(scope, "TimestampPath");
        return value is DataString text && Timestamp.TryParse(text.Value, out var time)
            ? time
            : throw StateFailedException.Runtime(
                $"The TimestampPath parameter does not reference a valid RFC 3339 timestamp: it is {StateFailedException.Shown(value)}.");
    }
}
