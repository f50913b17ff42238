using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Events.Rules;

namespace Sluice.Local.Cloud.Events.Calls;

/// <summary>Describes a bus.</summary>
internal sealed class DescribeEventBus(RuleBook rules) : EventCall<DescribeEventBus.Input>("describeEventBus")
{
    protected override JsonObject Answer(Input input) => ShownBus.Of(rules.GetBus(input.Name), rules.Arns);

    /// <summary>EventBridge's DescribeEventBusRequest.</summary>
    internal sealed record Input(string? Name);
}
