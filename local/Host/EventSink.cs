using System.Text.Json.Nodes;
using Sluice.Local.Cloud;
using Sluice.Local.Host.Events;
using Sluice.Local.Host.Templates;

namespace Sluice.Local.Host;

/// <summary>Where the stand-ins' events go: the default bus, as AWS's own do.</summary>
internal sealed class EventSink : IEventSink
{
    /// <summary>Set before anything runs.</summary>
    public LocalBus? Bus { get; set; }

    /// <summary>The suite's bus as the template knows it.</summary>
    public string SuiteBus { get; init; } = LocalAws.SuiteBus;

    public void Publish(JsonObject cloudEvent) => Bus!.Publish(TemplateRule.DefaultBus, cloudEvent);

    public void Take(string bus, JsonObject cloudEvent, bool isForwarded) => Bus!.Take(bus == LocalAws.SuiteBus ? SuiteBus : bus, cloudEvent, isForwarded);
}
