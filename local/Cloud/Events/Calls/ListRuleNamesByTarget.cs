using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Events.Rules;

namespace Sluice.Local.Cloud.Events.Calls;

/// <summary>Lists the rules of a bus that have a target.</summary>
internal sealed class ListRuleNamesByTarget(RuleBook rules) : EventCall<ListRuleNamesByTarget.Input>("listRuleNamesByTarget")
{
    protected override JsonObject Answer(Input input)
    {
        var names = rules.Of(rules.GetBus(input.EventBusName).Name).Where(rule => rule.Targets.Any(target => target.Arn == input.TargetArn)).Select(rule => rule.Name).ToList();
        return EventListing.Of("RuleNames", names, name => name, input.NextToken, input.Limit, name => name);
    }

    /// <summary>EventBridge's ListRuleNamesByTargetRequest.</summary>
    internal sealed record Input(string TargetArn, string? EventBusName, string? NextToken, int? Limit);
}
