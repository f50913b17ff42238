using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Logs.Storage;

namespace Sluice.Local.Cloud.Logs.Calls;

/// <summary>Stores a batch of events. Sequence tokens are given, and not looked at, as AWS does now.</summary>
internal sealed class PutLogEvents(LogCatalog catalog, LogFolders folders, TimeProvider time) : LogsCall<PutLogEvents.Input>("putLogEvents")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        if (BatchCheck.Faults(input.LogEvents).ToList() is { Count: > 0 } faults)
        {
            throw LogsErrors.InvalidParameter(string.Join(" ", faults));
        }

        var group = await catalog.GetAsync(input.LogGroupName, cancellationToken);
        var stream = await catalog.GetAsync(group, input.LogStreamName, cancellationToken);
        var now = time.GetUtcNow();
        var taken = BatchCheck.Take(input.LogEvents, now, group.KeptFrom(now));
        return folders.Of(group.Id, stream.Id).Append(taken.Events, now.ToUnixTimeMilliseconds()) ? Answer(taken, now) : throw LogsErrors.NoStream();
    }

    private static JsonObject Answer(TakenBatch taken, DateTimeOffset now)
    {
        var answer = new JsonObject { ["NextSequenceToken"] = now.ToUnixTimeMilliseconds().ToString("D56", CultureInfo.InvariantCulture) };
        if (!taken.IsWhole)
        {
            answer["RejectedLogEventsInfo"] = AwsJson.Write(new Rejected(taken.TooNewStart, taken.TooOldEnd, taken.ExpiredEnd));
        }

        return answer;
    }

    /// <summary>CloudWatch Logs' PutLogEventsRequest. The entity is what dashboards group by, and nothing here does.</summary>
    internal sealed record Input(string LogGroupName, string LogStreamName, IReadOnlyList<LogEvent> LogEvents, string? SequenceToken, JsonNode? Entity);

    private sealed record Rejected(int? TooNewLogEventStartIndex, int? TooOldLogEventEndIndex, int? ExpiredLogEventEndIndex);
}
