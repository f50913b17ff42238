using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Events.Rules;

namespace Sluice.Local.Cloud.Events.Calls;

/// <summary>Deletes a rule that has no targets; that there is none is not told.</summary>
internal sealed class DeleteRule(RuleBook rules) : EventCall<DeleteRule.Input>("deleteRule")
{
    protected override JsonObject Answer(Input input)
    {
        var bus = rules.GetBus(input.EventBusName).Name;
        if (rules.Find(bus, input.Name) is { Targets.Count: > 0 })
        {
            throw EventErrors.Invalid("Rule can't be deleted since it has targets.");
        }

        rules.Delete(bus, input.Name);
        return [];
    }

    /// <summary>EventBridge's DeleteRuleRequest.</summary>
    internal sealed record Input(string Name, string? EventBusName, bool? Force);
}
