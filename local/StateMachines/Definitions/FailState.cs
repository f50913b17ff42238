using Sluice.Local.StateMachines.Evaluation;
using Sluice.Local.StateMachines.Templates;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Definitions;

internal sealed class FailState(StateFrame frame, Expression? error, Expression? cause) : State(frame)
{
    internal override StateKind Kind => StateKind.Fail;

    internal override void Execute(IVisit visit) => visit.Fail(new Failure(Text(visit, error, "ErrorPath"), Text(visit, cause, "CausePath")));

    private static string? Text(IVisit visit, Expression? from, string field) =>
        from is null ? null
        : from.Evaluate(new Scope(visit.Input, visit), field) is DataString text ? text.Value
        : throw StateFailedException.Runtime($"The value that the field '{field}' specifies is not a string.");
}
