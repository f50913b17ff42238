using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Events.Rules;

namespace Sluice.Local.Cloud.Events.Calls;

/// <summary>Deletes a bus that has no rules.</summary>
internal sealed class DeleteEventBus(RuleBook rules) : EventCall<DeleteEventBus.Input>("deleteEventBus")
{
    protected override JsonObject Answer(Input input)
    {
        rules.DeleteBus(rules.Arns.BusName(input.Name));
        return [];
    }

    /// <summary>EventBridge's DeleteEventBusRequest.</summary>
    internal sealed record Input(string Name);
}
