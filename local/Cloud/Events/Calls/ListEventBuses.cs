using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Events.Rules;

namespace Sluice.Local.Cloud.Events.Calls;

/// <summary>Lists the buses.</summary>
internal sealed class ListEventBuses(RuleBook rules) : EventCall<ListEventBuses.Input>("listEventBuses")
{
    protected override JsonObject Answer(Input input)
    {
        var found = rules.Buses.Where(bus => bus.Name.StartsWith(input.NamePrefix ?? "", StringComparison.Ordinal)).ToList();
        return EventListing.Of("EventBuses", found, bus => bus.Name, input.NextToken, input.Limit, bus => ShownBus.Of(bus, rules.Arns));
    }

    /// <summary>EventBridge's ListEventBusesRequest.</summary>
    internal sealed record Input(string? NamePrefix, string? NextToken, int? Limit);
}
