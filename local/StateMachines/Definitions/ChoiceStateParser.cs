using Sluice.Local.StateMachines.Choices;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Definitions;

internal static class ChoiceStateParser
{
    internal static ChoiceState? Parse(string name, Fields fields)
    {
        var frame = FrameParser.Paths(new StateFrame(name, null), fields);
        var otherwise = fields.StateName("Default");
        fields.Required("Choices");
        var items = fields.Array("Choices")?.Items ?? [];
        if (fields.Has("Choices") && items.Length == 0)
        {
            fields.Fault("Choices", "at least one rule is expected.");
        }

        var rules = new List<(Condition, string)>();
        for (var i = 0; i < items.Length; i++)
        {
            if (Rule(items[i], $"{fields.At("Choices")}[{i}]", fields.Faults) is { } rule)
            {
                rules.Add(rule);
            }
        }

        // Where a rule that is refused would lead is not known: then nothing is called unreachable.
        return rules.Count < items.Length ? null : new ChoiceState(frame, [.. rules], otherwise);
    }

    private static (Condition Condition, string Next)? Rule(Data item, string path, FaultSink faults)
    {
        if (item is not DataObject members)
        {
            faults.Add(path, "a rule is an object with a comparison and Next.");
            return null;
        }

        var fields = new Fields(members, path, faults);
        fields.Required("Next");
        var next = fields.StateName("Next");
        var condition = ConditionParser.Parse(members, fields);
        return condition is null || next is null ? null : (condition, next);
    }
}
