using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Events.Rules;

namespace Sluice.Local.Cloud.Events.Calls;

/// <summary>Describes a rule.</summary>
internal sealed class DescribeRule(RuleBook rules, CloudIdentity identity) : EventCall<DescribeRule.Input>("describeRule")
{
    protected override JsonObject Answer(Input input)
    {
        var shown = ShownRule.Of(rules.Get(input.EventBusName, input.Name), rules.Arns);
        shown["CreatedBy"] = identity.AccountId;
        return shown;
    }

    /// <summary>EventBridge's DescribeRuleRequest.</summary>
    internal sealed record Input(string Name, string? EventBusName);
}
