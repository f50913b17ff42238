using System.Text.Json.Nodes;
using Sluice.Local.Cloud;

namespace Sluice.Local.Commands;

/// <summary>A machine that is run alone has no suite around it: none of its functions, and nobody who hears of events.</summary>
internal sealed class NoSuite : ISuiteFunctions, IEventSink
{
    public static NoSuite Instance { get; } = new();

    public bool Has(string functionName) => false;

    public Task<JsonNode?> InvokeAsync(string functionName, JsonNode? payload, CancellationToken cancellationToken) =>
        throw new InvalidOperationException($"{functionName} is no function of the suite.");

    public void Publish(JsonObject cloudEvent)
    {
        // Nobody listens.
    }

    public void Take(string bus, JsonObject cloudEvent, bool isForwarded)
    {
        // Nobody listens.
    }
}
