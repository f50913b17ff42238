using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Events.Rules;

namespace Sluice.Local.Cloud.Events.Calls;

/// <summary>Enables or disables a rule.</summary>
internal sealed class SwitchRule(RuleBook rules, TimeProvider time) : EventCall<SwitchRule.Input>("")
{
    public required bool Enables { get; init; }

    protected override string Operation => Enables ? "enableRule" : "disableRule";

    protected override JsonObject Answer(Input input)
    {
        var rule = rules.Get(input.EventBusName, input.Name);
        rules.Put(rule.Bus, rule.Name, before => (before ?? throw EventErrors.NoRule(rule.Name, rule.Bus)) with
        {
            State = Enables ? EventRule.Enabled : "DISABLED",
            ScheduledFrom = before!.IsEnabled ? before.ScheduledFrom : time.GetUtcNow(),
        });
        return [];
    }

    /// <summary>EventBridge's EnableRuleRequest and DisableRuleRequest.</summary>
    internal sealed record Input(string Name, string? EventBusName);
}
