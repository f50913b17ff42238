using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Delivering;
using Sluice.Local.Cloud.Events.Rules;
using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Events.Targets;

/// <summary>Events to another bus. As in AWS they go no further: a rule of that bus does not send them to a third.</summary>
internal sealed class BusTarget(RuleBook rules, IEventSink sink) : IDeliveryTarget
{
    public string Service => "events";

    public string? Fault(ResourceArn arn) => arn.Name("event-bus/") is null ? $"'{arn.Resource}' is no event bus, and nothing else of EventBridge is a target on this machine" : null;

    public Task SendAsync(string arn, Delivery delivery, CancellationToken cancellationToken)
    {
        var bus = rules.Arns.BusName(arn);
        if (rules.FindBus(bus) is null)
        {
            throw new DeliveryFailedException("RESOURCE_NOT_FOUND", $"There is no event bus {bus}.", isFinal: true);
        }

        // A bus gets the event itself, whatever the target says of its input.
        sink.Take(bus, JsonNode.Parse(delivery.Kind)!.AsObject(), isForwarded: true);
        return Task.CompletedTask;
    }
}
