using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Events.Rules;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.Events.Calls;

/// <summary>Puts up to ten events on buses; one that breaks a rule is told beside those that do not.</summary>
internal sealed class PutEvents(RuleBook rules, IEventSink sink, CloudIdentity identity, TimeProvider time, IIds ids) : EventCall<PutEvents.Input>("putEvents")
{
    private const int Largest = 256 * 1024;

    protected override JsonObject Answer(Input input)
    {
        if (input.EndpointId is not null)
        {
            throw EventErrors.Invalid("EndpointId is not served on this machine: it has one Region.");
        }

        if (input.Entries.Sum(Size) > Largest)
        {
            throw EventErrors.Invalid("Total size of the entries in the request is over the limit.");
        }

        var answers = input.Entries.Select(Put).ToList();
        return new JsonObject { ["FailedEntryCount"] = answers.Count(answer => answer.ContainsKey("ErrorCode")), ["Entries"] = new JsonArray([.. answers]) };
    }

    private JsonObject Put(Entry entry)
    {
        if (Fault(entry) is { } fault)
        {
            return new JsonObject { ["ErrorCode"] = fault.Code, ["ErrorMessage"] = fault.Message };
        }

        var id = ids.Uuid();
        sink.Take(rules.Arns.BusName(entry.EventBusName), Document(entry, id), isForwarded: false);
        return new JsonObject { ["EventId"] = id };
    }

    private (string Code, string Message)? Fault(Entry entry) =>
        string.IsNullOrEmpty(entry.Source) ? Required("Source")
        : string.IsNullOrEmpty(entry.DetailType) ? Required("DetailType")
        : string.IsNullOrEmpty(entry.Detail) ? Required("Detail")
        : entry.Source.StartsWith("aws.", StringComparison.Ordinal) ? ("NotAuthorizedForSourceException", "Not authorized for the source.")
        : Detail(entry.Detail) is null ? ("MalformedDetail", "Detail is malformed.")
        : rules.FindBus(rules.Arns.BusName(entry.EventBusName)) is null ? ("InvalidArgument", $"Parameter EventBusName is not valid. Reason: there is no event bus {entry.EventBusName}.")
        : null;

    private static (string Code, string Message) Required(string name) => ("InvalidArgument", $"Parameter {name} is not valid. Reason: {name} is a required argument.");

    private JsonObject Document(Entry entry, string id) => new()
    {
        ["version"] = "0",
        ["id"] = id,
        ["detail-type"] = entry.DetailType,
        ["source"] = entry.Source,
        ["account"] = identity.AccountId,
        ["time"] = (entry.Time ?? time.GetUtcNow()).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"),
        ["region"] = identity.Region,
        ["resources"] = new JsonArray([.. (entry.Resources ?? []).Select(resource => (JsonNode)resource)]),
        ["detail"] = Detail(entry.Detail!),
    };

    private static JsonObject? Detail(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static int Size(Entry entry) =>
        (entry.Time is null ? 0 : 14) + new[] { entry.Source, entry.DetailType, entry.Detail }.Concat(entry.Resources ?? []).Sum(text => Encoding.UTF8.GetByteCount(text ?? ""));

    /// <summary>EventBridge's PutEventsRequest.</summary>
    internal sealed record Input(IReadOnlyList<Entry> Entries, string? EndpointId);

    /// <summary>EventBridge's PutEventsRequestEntry.</summary>
    internal sealed record Entry(DateTimeOffset? Time, string? Source, IReadOnlyList<string>? Resources, string? DetailType, string? Detail, string? EventBusName, string? TraceHeader);
}
