using Sluice.Local.StateMachines.Choices;

namespace Sluice.Local.StateMachines.Definitions;

internal static class ChoiceStateParser
{
    internal static ChoiceState? Parse(string name, Fields fields)
    {
        var frame = FrameParser.Paths(new StateFrame(name, null), fields);
        var otherwise = fields.StateName("Default");
        fields.Required("Choices", "a list of rules");
        var (rules, items) = fields.Array("Choices", (rule, _) => Rule(rule));
        if (fields.Has("Choices") && items == 0)
        {
            fields.Fault("Choices", "at least one rule is expected.");
        }

        // Where a rule that is refused would lead is not known: then nothing is called unreachable.
        return rules.Count < items ? null : new ChoiceState(frame, [.. rules.Select(rule => (rule.Condition, rule.Next))], otherwise);
    }

    private static ChoiceRule? Rule(Fields fields)
    {
        fields.Required("Next", "the name of a state");
        var next = fields.StateName("Next");
        var condition = ConditionParser.Parse(fields);
        return condition is null || next is null ? null : new ChoiceRule(condition, next);
    }

    private sealed record ChoiceRule(Condition Condition, string Next);
}
