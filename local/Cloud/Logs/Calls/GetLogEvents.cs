using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Logs.Storage;

namespace Sluice.Local.Cloud.Logs.Calls;

/// <summary>A page of a stream: the last events, or from a token on in its direction. At the end the token that leads there is given again.</summary>
internal sealed class GetLogEvents(LogCatalog catalog, LogFolders folders, CloudIdentity identity, TimeProvider time) : LogsCall<GetLogEvents.Input>("getLogEvents")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        var token = input.NextToken is { } text ? StreamToken.Read(text) ?? throw LogsErrors.InvalidParameter("The specified nextToken is invalid.") : null;
        var group = await catalog.GetAsync(GroupNames.Of(input.LogGroupName, input.LogGroupIdentifier, identity), cancellationToken);
        var stream = await catalog.GetAsync(group, input.LogStreamName, cancellationToken);
        var range = EventRange.Of(Math.Max(input.StartTime ?? 0, group.KeptFrom(time.GetUtcNow())), input.EndTime);
        return Answer(folders.Of(group.Id, stream.Id), range, token ?? (input.StartFromHead == true ? new StreamToken(true, EventKey.Start) : new StreamToken(false, EventKey.End)), input.Limit ?? LogPages.MostEvents);
    }

    private static JsonObject Answer(StreamLog log, EventRange range, StreamToken from, int limit)
    {
        var events = from.IsForward
            ? LogPages.Take(log.Forward(range.After(from.Place)), limit)
            : [.. LogPages.Take(log.Backward(range.Before(from.Place)), limit).Reverse()];

        // Nothing there yet: what comes is behind this place, though the end is not.
        var place = from.Place == EventKey.End ? EventKey.Start : from.Place;
        return new JsonObject
        {
            ["Events"] = new JsonArray([.. events.Select(Shape)]),
            ["NextForwardToken"] = new StreamToken(true, events.Count > 0 ? events[^1].Key.Next : place).ToString(),
            ["NextBackwardToken"] = new StreamToken(false, events.Count > 0 ? events[0].Key : place).ToString(),
        };
    }

    private static JsonObject Shape(StoredEvent stored) => new() { ["Timestamp"] = stored.Key.Timestamp, ["Message"] = stored.Message, ["IngestionTime"] = stored.IngestedAt };

    /// <summary>CloudWatch Logs' GetLogEventsRequest.</summary>
    internal sealed record Input(
        string? LogGroupName, string? LogGroupIdentifier, string LogStreamName, long? StartTime, long? EndTime, string? NextToken, int? Limit, bool? StartFromHead, bool? Unmask);
}
