using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Queues.Calls;

/// <summary>Does the same with each entry of a batch; one that fails is told beside those that do not.</summary>
internal static class BatchEntries
{
    private const int Most = 10;

    /// <exception cref="TaskFailedException">The batch itself breaks a rule.</exception>
    public static JsonObject Each<T>(IReadOnlyList<T> entries, Func<T, string> idOf, Func<T, JsonObject> act)
    {
        Check(entries, idOf);
        var (done, failed) = (new JsonArray(), new JsonArray());
        foreach (var entry in entries)
        {
            try
            {
                var answer = act(entry);
                answer.Insert(0, "Id", idOf(entry));
                done.Add((JsonNode)answer);
            }
            catch (TaskFailedException e)
            {
                failed.Add((JsonNode)new JsonObject { ["Id"] = idOf(entry), ["SenderFault"] = true, ["Code"] = e.Error["Sqs.".Length..^"Exception".Length], ["Message"] = e.Cause });
            }
        }

        var both = new JsonObject { ["Successful"] = done };
        if (failed.Count > 0)
        {
            both["Failed"] = failed;
        }

        return both;
    }

    private static void Check<T>(IReadOnlyList<T> entries, Func<T, string> idOf)
    {
        if (entries.Count == 0)
        {
            throw QueueErrors.Of("EmptyBatchRequest", "There should be at least one entry in the request.");
        }

        if (entries.Count > Most)
        {
            throw QueueErrors.Of("TooManyEntriesInBatchRequest", $"Maximum number of entries per request are {Most}. You have sent {entries.Count}.");
        }

        if (entries.GroupBy(idOf).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw QueueErrors.Of("BatchEntryIdsNotDistinct", $"Id {twice.Key} repeated.");
        }

        if (entries.Any(entry => idOf(entry) is not { Length: > 0 and <= 80 } id || !id.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')))
        {
            throw QueueErrors.Of("InvalidBatchEntryId", "A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.");
        }
    }
}
