using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Sluice.Platform.Json;
using Sluice.Platform.Tables;

namespace Sluice.Platform.Events;

/// <summary>The enrichment of the pipe between the table's stream and the bus: makes the event of each new outbox item. It reads and writes nothing.</summary>
public sealed class EventEnricher(ILogger<EventEnricher> logger)
{
    /// <summary>Events of DynamoDB stream records, in their order. Records that are no new outbox items are left out.</summary>
    /// <exception cref="InvalidOutboxItemException">An outbox item is no event; the pipe then splits the batch until only that item is dead-lettered.</exception>
    public IReadOnlyList<BusEvent> Enrich(JsonArray records)
    {
        var events = records.Where(record => ImageOf(record) is { } image && IsOutboxItem(image)).Select(record => ToEvent(record!)).ToList();
        if (events.Count < records.Count)
        {
            logger.LogWarning("{Count} of {All} records are no new outbox items: the pipe's filter should not let them through", records.Count - events.Count, records.Count);
        }

        return events;
    }

    private static JsonObject? ImageOf(JsonNode? record) =>
        record?["eventName"]?.GetValue<string>() == "INSERT" ? record["dynamodb"]?["NewImage"] as JsonObject : null;

    private static bool IsOutboxItem(JsonObject image) => image["type"]?["S"]?.GetValue<string>() == Outbox.ItemType;

    private static BusEvent ToEvent(JsonNode record)
    {
        var image = ImageOf(record)!;
        try
        {
            var happened = AttributeJson.ToPlainMembers(image).Deserialize<SuiteEvent>(SluiceJson.Options)!;
            var detail = (JsonObject?)happened.Detail?.DeepClone() ?? throw new JsonException("a detail is expected.");
            detail["sequence"] = happened.Sequence;
            return new BusEvent(Required(happened.Id), Required(happened.Source), Required(happened.DetailType), detail, happened.Time, ForThePipe(happened.Resources ?? [], record));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new InvalidOutboxItemException($"The outbox item {image["pk"]?["S"]} is no event: {e.Message}", e);
        }
    }

    /// <summary>
    /// A pipe takes each resource by its place, and what it does where there is none is not told. So each event has two: one alone is told twice, and for an event that is about no resource
    /// the table's stream stands.
    /// </summary>
    private static IReadOnlyList<string> ForThePipe(IReadOnlyList<string> resources, JsonNode record) => resources switch
    {
        [] => ForThePipe([Required((string?)record["eventSourceARN"])], record),
        [var alone] => [alone, alone],
        _ => resources,
    };

    private static string Required(string? text) => text is { Length: > 0 } ? text : throw new JsonException("id, source and detailType are expected.");
}
