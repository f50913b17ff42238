using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Logs.Filters;
using Sluice.Local.Cloud.Logs.Storage;

namespace Sluice.Local.Cloud.Logs.Calls;

/// <summary>The events of a group that a pattern picks, of all its streams in the order of their times. A page ends after so much was read, too, and then leads on though it may have nothing.</summary>
internal sealed class FilterLogEvents(LogCatalog catalog, LogFolders folders, CloudIdentity identity, TimeProvider time) : LogsCall<FilterLogEvents.Input>("filterLogEvents")
{
    private const long MostRead = 64 << 20;
    private const long MostAnswered = 1 << 20;

    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        var filter = Filter(input);
        var token = input.NextToken is { } text ? FilterToken.Read(text) ?? throw LogsErrors.InvalidParameter("The specified nextToken is invalid.") : null;
        var group = await catalog.GetAsync(GroupNames.Of(input.LogGroupName, input.LogGroupIdentifier, identity), cancellationToken);
        var range = EventRange.Of(Math.Max(input.StartTime ?? 0, group.KeptFrom(time.GetUtcNow())), input.EndTime);
        var streams = await StreamsAsync(group, input, cancellationToken);
        var found = streams.Select(stream => folders.Of(group.Id, stream.Id).Forward(token is null ? range : range.After(token.StartIn(stream.Name))).Select(one => new FoundEvent(stream, one)));
        return Answer(SortedMerge.Of(found, FoundEvent.Order), filter, input.Limit ?? LogPages.MostEvents, cancellationToken);
    }

    private static IEventFilter Filter(Input input)
    {
        if (input is { LogStreamNames: not null, LogStreamNamePrefix: not null })
        {
            throw LogsErrors.InvalidParameter("logStreamNames and logStreamNamePrefix are mutually exclusive.");
        }

        try
        {
            return FilterPattern.Parse(input.FilterPattern);
        }
        catch (FilterPatternException e)
        {
            throw LogsErrors.InvalidParameter(e.Message);
        }
    }

    private async Task<List<LogStream>> StreamsAsync(LogGroup group, Input input, CancellationToken cancellationToken)
    {
        var streams = new List<LogStream>();
        if (input.LogStreamNames is null)
        {
            await foreach (var stream in catalog.StreamsAsync(group, input.LogStreamNamePrefix ?? "", cancellationToken))
            {
                streams.Add(stream);
            }

            return streams;
        }

        foreach (var name in input.LogStreamNames.Distinct(StringComparer.Ordinal))
        {
            streams.Add(await catalog.GetAsync(group, name, cancellationToken));
        }

        return streams;
    }

    private static JsonObject Answer(IEnumerable<FoundEvent> events, IEventFilter filter, int limit, CancellationToken cancellationToken)
    {
        var (picked, read, answered) = (new JsonArray(), 0L, 0L);
        FoundEvent? last = null;
        foreach (var one in events)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var size = LogPages.SizeOf(one.Event.Message);
            var fits = filter.Matches(one.Event.Message);
            if (picked.Count == limit || read > MostRead || (fits && picked.Count > 0 && answered + size > MostAnswered))
            {
                return Page(picked, new FilterToken(last!.Stream.Name, last.Event.Key));
            }

            (last, read, answered) = (one, read + size, fits ? answered + size : answered);
            if (fits)
            {
                picked.Add(Shape(one));
            }
        }

        return Page(picked, null);
    }

    private static JsonObject Page(JsonArray events, FilterToken? next)
    {
        var page = new JsonObject { ["Events"] = events, ["SearchedLogStreams"] = new JsonArray() };
        if (next is not null)
        {
            page["NextToken"] = next.ToString();
        }

        return page;
    }

    private static JsonObject Shape(FoundEvent one) => new()
    {
        ["LogStreamName"] = one.Stream.Name,
        ["Timestamp"] = one.Event.Key.Timestamp,
        ["Message"] = one.Event.Message,
        ["IngestionTime"] = one.Event.IngestedAt,
        ["EventId"] = IdOf(one),
    };

    /// <summary>56 digits, as AWS's: the time, the stream, the sequence.</summary>
    private static string IdOf(FoundEvent one) => string.Create(
        CultureInfo.InvariantCulture, $"{one.Event.Key.Timestamp:D17}{BinaryPrimitives.ReadUInt64BigEndian(Convert.FromHexString(one.Stream.Id)):D20}{one.Event.Key.Sequence:D19}");

    /// <summary>CloudWatch Logs' FilterLogEventsRequest. Events are always interleaved now.</summary>
    internal sealed record Input(
        string? LogGroupName, string? LogGroupIdentifier, IReadOnlyList<string>? LogStreamNames, string? LogStreamNamePrefix, long? StartTime, long? EndTime, string? FilterPattern,
        string? NextToken, int? Limit, bool? Interleaved, bool? Unmask);
}
