using System.Text.Json.Nodes;
using Sluice.Local.Commands.Clients;
using Sluice.Signing.Calls;

namespace Sluice.Local.Commands.Seeing.Logs;

/// <summary>CloudWatch Logs, as far as logs are read.</summary>
internal sealed class LogCalls(SuiteClient suite)
{
    /// <summary>The next lines of a stream, and where the ones after them begin: at the same place if there are none yet.</summary>
    public async Task<(IReadOnlyList<LogLine> Lines, string? Next)> StreamAsync(string group, string stream, string? token, CancellationToken stop)
    {
        var input = new JsonObject { ["logGroupName"] = group, ["logStreamName"] = stream, ["startFromHead"] = true };
        if (token is not null)
        {
            input["nextToken"] = token;
        }

        try
        {
            var page = await suite.CallAsync(AwsJsonService.Logs, "GetLogEvents", input, stop);
            return (Lines(page), page["nextForwardToken"]?.GetValue<string>() ?? token);
        }
        catch (RefusedException e) when (e.Code == "ResourceNotFoundException")
        {
            // Nothing was written yet.
            return ([], token);
        }
    }

    /// <summary>Events of a group since a moment, with their ids.</summary>
    public async Task<IReadOnlyList<(string Id, LogLine Line)>> GroupAsync(string group, DateTimeOffset since, CancellationToken stop)
    {
        var (all, token) = (new List<(string, LogLine)>(), (string?)null);
        do
        {
            var input = new JsonObject { ["logGroupName"] = group, ["startTime"] = since.ToUnixTimeMilliseconds() };
            if (token is not null)
            {
                input["nextToken"] = token;
            }

            var page = await suite.CallAsync(AwsJsonService.Logs, "FilterLogEvents", input, stop);
            all.AddRange((page["events"]?.AsArray() ?? []).OfType<JsonObject>().Select(found => (found["eventId"]!.GetValue<string>(), Line(found))));
            token = page["nextToken"]?.GetValue<string>();
        }
        while (token is not null);
        return all;
    }

    /// <summary>The groups whose names begin so.</summary>
    public async Task<IReadOnlyList<string>> GroupsAsync(string prefix, CancellationToken stop)
    {
        var page = await suite.CallAsync(AwsJsonService.Logs, "DescribeLogGroups", new JsonObject { ["logGroupNamePrefix"] = prefix }, stop);
        return [.. (page["logGroups"]?.AsArray() ?? []).OfType<JsonObject>().Select(group => group["logGroupName"]!.GetValue<string>())];
    }

    private static IReadOnlyList<LogLine> Lines(JsonObject page) => [.. (page["events"]?.AsArray() ?? []).OfType<JsonObject>().Select(Line)];

    private static LogLine Line(JsonObject found) =>
        new(DateTimeOffset.FromUnixTimeMilliseconds(found["timestamp"]!.GetValue<long>()), found["message"]!.GetValue<string>().TrimEnd('\n', '\r'));
}
