using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Sluice.Local.Cloud;

namespace Sluice.Local.Tests.Cloud;

/// <summary>Keeps the events.</summary>
internal sealed class RecordingEvents : IEventSink
{
    public ConcurrentQueue<JsonObject> All { get; } = new();

    /// <summary>What brings events to the users' rules.</summary>
    public Func<string, JsonObject, bool, Action> Rules { get; set; } = static (_, _, _) => static () => { };

    public void Publish(JsonObject cloudEvent) => Take("default", cloudEvent, isForwarded: false);

    public void Take(string bus, JsonObject cloudEvent, bool isForwarded)
    {
        var begin = Rules(bus, cloudEvent, isForwarded);
        All.Enqueue(cloudEvent);
        begin();
    }
}
