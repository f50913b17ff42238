using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Delivering;
using Sluice.Local.Cloud.Topics.Messages;

namespace Sluice.Local.Cloud.Topics.Calls;

/// <summary>Publishes up to ten messages to a topic; one that breaks a rule is told beside those that do not.</summary>
internal sealed class PublishBatch(TopicBook book, Publishing publishing) : TopicCall<PublishBatch.Input>("publishBatch")
{
    private const int Most = 10;

    protected override JsonObject Answer(Input input)
    {
        var topic = book.Get(input.TopicArn);
        Check(input.PublishBatchRequestEntries);
        var (done, failed) = (new JsonArray(), new JsonArray());
        foreach (var entry in input.PublishBatchRequestEntries)
        {
            var attributes = SentAttributes.Of(entry.MessageAttributes);
            string[] faults = [.. MessageLimits.Faults(entry.Message, entry.Subject, entry.MessageStructure == "json", attributes)];
            if (faults.Length > 0)
            {
                failed.Add((JsonNode)new JsonObject { ["Id"] = entry.Id, ["Code"] = "InvalidParameter", ["Message"] = $"Invalid parameter: {string.Join("; ", faults)}", ["SenderFault"] = true });
                continue;
            }

            var id = publishing.Publish(topic.Arn, entry.Message, entry.Subject, entry.MessageStructure == "json", attributes);
            done.Add((JsonNode)new JsonObject { ["Id"] = entry.Id, ["MessageId"] = id });
        }

        return new JsonObject { ["Successful"] = done, ["Failed"] = failed };
    }

    private static void Check(IReadOnlyList<Entry> entries)
    {
        if (entries.Count == 0)
        {
            throw TopicErrors.Of("EmptyBatchRequest", "The batch request doesn't contain any entries.");
        }

        if (entries.Count > Most)
        {
            throw TopicErrors.Of("TooManyEntriesInBatchRequest", $"The batch request contains more entries than permissible: at most {Most}.");
        }

        if (entries.Select(entry => entry.Id).Distinct(StringComparer.Ordinal).Count() < entries.Count)
        {
            throw TopicErrors.Of("BatchEntryIdsNotDistinct", "Two or more batch entries in the request have the same Id.");
        }
    }

    /// <summary>SNS's PublishBatchInput.</summary>
    internal sealed record Input(string TopicArn, IReadOnlyList<Entry> PublishBatchRequestEntries);

    /// <summary>SNS's PublishBatchRequestEntry.</summary>
    internal sealed record Entry(
        string Id,
        string Message,
        string? Subject,
        string? MessageStructure,
        IReadOnlyDictionary<string, MessageAttribute>? MessageAttributes,
        string? MessageDeduplicationId,
        string? MessageGroupId);
}
