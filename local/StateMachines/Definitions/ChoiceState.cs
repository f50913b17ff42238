using Sluice.Local.StateMachines.Choices;
using Sluice.Local.StateMachines.Evaluation;

namespace Sluice.Local.StateMachines.Definitions;

internal sealed class ChoiceState(StateFrame frame, (Condition Condition, string Next)[] rules, string? otherwise) : State(frame)
{
    internal override StateKind Kind => StateKind.Choice;

    internal override IEnumerable<string> Successors => rules.Select(rule => rule.Next).Concat(otherwise is null ? [] : [otherwise]);

    internal override void Execute(IVisit visit)
    {
        var input = EffectiveInput(visit);
        var next = Choose(new Scope(input, visit))
            ?? throw StateFailedException.Runtime("Failed to transition out of the state. The state does not point to a next state.");
        visit.Complete(Output(visit, input), next);
    }

    private string? Choose(in Scope scope)
    {
        foreach (var (condition, next) in rules)
        {
            if (condition.IsTrue(scope))
            {
                return next;
            }
        }

        return otherwise;
    }
}
