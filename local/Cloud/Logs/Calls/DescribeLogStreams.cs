using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Logs.Storage;

namespace Sluice.Local.Cloud.Logs.Calls;

/// <summary>The streams of a group in the order of their names, or of their last events.</summary>
internal sealed class DescribeLogStreams(LogCatalog catalog, LogFolders folders, CloudIdentity identity) : LogsCall<DescribeLogStreams.Input>("describeLogStreams")
{
    private const int DefaultLimit = 50;
    private const string ByTime = "LastEventTime";

    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        if (input is { OrderBy: ByTime, LogStreamNamePrefix: not null })
        {
            throw LogsErrors.InvalidParameter("Cannot order by LastEventTime with a logStreamNamePrefix.");
        }

        var token = ListingToken.Read(input.NextToken);
        var group = await catalog.GetAsync(GroupNames.Of(input.LogGroupName, input.LogGroupIdentifier, identity), cancellationToken);
        var rows = new List<(ListingToken Place, LogStream Stream)>();
        await foreach (var stream in catalog.StreamsAsync(group, input.LogStreamNamePrefix ?? "", cancellationToken))
        {
            rows.Add((PlaceOf(group, stream, input.OrderBy == ByTime), stream));
        }

        var order = OrderOf(input.Descending ?? false);
        rows.Sort((left, right) => order.Compare(left.Place, right.Place));
        return Answer(group, [.. rows.Where(row => token is null || order.Compare(row.Place, token) > 0)], input.Limit ?? DefaultLimit);
    }

    private ListingToken PlaceOf(LogGroup group, LogStream stream, bool byTime) => new(byTime ? folders.Of(group.Id, stream.Id).Summary.Last ?? stream.CreatedAt : 0, stream.Name);

    private static Comparer<ListingToken> OrderOf(bool descending) => Comparer<ListingToken>.Create((left, right) =>
        (left.Time == right.Time ? string.CompareOrdinal(left.Name, right.Name) : left.Time.CompareTo(right.Time)) * (descending ? -1 : 1));

    private JsonObject Answer(LogGroup group, List<(ListingToken Place, LogStream Stream)> rows, int limit)
    {
        var answer = new JsonObject { ["LogStreams"] = new JsonArray([.. rows.Take(limit).Select(row => Shape(group, row.Stream))]) };
        if (rows.Count > limit)
        {
            answer["NextToken"] = rows[limit - 1].Place.ToString();
        }

        return answer;
    }

    private JsonNode Shape(LogGroup group, LogStream stream)
    {
        var summary = folders.Of(group.Id, stream.Id).Summary;

        // AWS has told the bytes of groups only since 2019, and 0 of each stream.
        return AwsJson.Write(new Row(stream.Name, stream.CreatedAt, summary.First, summary.Last, summary.LastIngestedAt, new StreamToken(true, EventKey.Start).ToString()[2..58], identity.LogStreamArn(group.Name, stream.Name), 0));
    }

    /// <summary>CloudWatch Logs' DescribeLogStreamsRequest.</summary>
    internal sealed record Input(string? LogGroupName, string? LogGroupIdentifier, string? LogStreamNamePrefix, string? OrderBy, bool? Descending, string? NextToken, int? Limit);

    private sealed record Row(
        string LogStreamName, long CreationTime, long? FirstEventTimestamp, long? LastEventTimestamp, long? LastIngestionTime, string UploadSequenceToken, string Arn, long StoredBytes);
}
