using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud;

/// <summary>The buses, for what the stand-ins have to tell.</summary>
public interface IEventSink
{
    /// <summary>Takes an EventBridge document (<c>id, source, detail-type, time, detail …</c>) to the default bus. It returns at once; delivery, and a disk that takes no writes, are the sink's business.</summary>
    void Publish(JsonObject cloudEvent);

    /// <summary>Takes one to a bus by its name. All who are to get it are stored when this returns.</summary>
    /// <param name="bus">The bus.</param>
    /// <param name="cloudEvent">The document.</param>
    /// <param name="isForwarded">It comes from another bus, and goes to no third.</param>
    /// <exception cref="IOException">The disk does not take it, and it was not taken.</exception>
    void Take(string bus, JsonObject cloudEvent, bool isForwarded);
}
