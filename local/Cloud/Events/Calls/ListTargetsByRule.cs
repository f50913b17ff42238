using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Events.Rules;

namespace Sluice.Local.Cloud.Events.Calls;

/// <summary>Lists the targets of a rule.</summary>
internal sealed class ListTargetsByRule(RuleBook rules) : EventCall<ListTargetsByRule.Input>("listTargetsByRule")
{
    protected override JsonObject Answer(Input input) =>
        EventListing.Of("Targets", rules.Get(input.EventBusName, input.Rule).Targets, target => target.Id, input.NextToken, input.Limit, AwsJson.Write);

    /// <summary>EventBridge's ListTargetsByRuleRequest.</summary>
    internal sealed record Input(string Rule, string? EventBusName, string? NextToken, int? Limit);
}
