using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Events.Rules;

namespace Sluice.Local.Cloud.Events.Calls;

/// <summary>Lists the users' rules of a bus.</summary>
internal sealed class ListRules(RuleBook rules) : EventCall<ListRules.Input>("listRules")
{
    protected override JsonObject Answer(Input input)
    {
        var found = rules.Of(rules.GetBus(input.EventBusName).Name).Where(rule => rule.Name.StartsWith(input.NamePrefix ?? "", StringComparison.Ordinal)).ToList();
        return EventListing.Of("Rules", found, rule => rule.Name, input.NextToken, input.Limit, rule => ShownRule.Of(rule, rules.Arns));
    }

    /// <summary>EventBridge's ListRulesRequest.</summary>
    internal sealed record Input(string? NamePrefix, string? EventBusName, string? NextToken, int? Limit);
}
