using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Logs.Storage;

namespace Sluice.Local.Tests.Cloud.Logs;

/// <summary>The calls, as machines and clients make them.</summary>
public sealed class LogsServiceTests : IAsyncLifetime
{
    private readonly SetClock _time = new();
    private readonly CloudUnderTest _cloud;

    public LogsServiceTests() => _cloud = new CloudUnderTest { Time = _time };

    private long Now => _time.GetUtcNow().ToUnixTimeMilliseconds();

    public async ValueTask InitializeAsync()
    {
        await _cloud.StartAsync();
        await CallAsync("createLogGroup", new { LogGroupName = "g", Tags = new Dictionary<string, string> { ["createdAt"] = "x" } });
        await CallAsync("createLogStream", new { LogGroupName = "g", LogStreamName = "s" });
    }

    public ValueTask DisposeAsync() => _cloud.DisposeAsync();

    [Fact]
    public async Task Pages_go_to_the_end_where_the_token_stays_until_more_comes()
    {
        await PutAsync("s", "a", "b", "c");

        var last = await CallAsync("getLogEvents", new { LogGroupName = "g", LogStreamName = "s", Limit = 2 });
        Said(last).ShouldBe(["b", "c"]);
        Said(await GoOnAsync(last, "NextBackwardToken")).ShouldBe(["a"]);
        var end = await GoOnAsync(last, "NextForwardToken");
        Said(end).ShouldBeEmpty();
        ((string?)end["NextForwardToken"]).ShouldBe((string?)last["NextForwardToken"]);
        await PutAsync("s", "d");
        Said(await GoOnAsync(end, "NextForwardToken")).ShouldBe(["d"]);
        Said(await GoOnAsync(end, "NextBackwardToken")).ShouldBe(["a", "b", "c"]);
        Said(await CallAsync("getLogEvents", new { LogGroupName = "g", LogStreamName = "s", StartFromHead = true, Limit = 1 })).ShouldBe(["a"]);
    }

    [Fact]
    public async Task A_stream_that_is_empty_when_it_is_first_read_can_be_followed()
    {
        var empty = await CallAsync("getLogEvents", new { LogGroupName = "g", LogStreamName = "s" });
        Said(empty).ShouldBeEmpty();
        await PutAsync("s", "a");

        Said(await GoOnAsync(empty, "NextForwardToken")).ShouldBe(["a"]);
    }

    [Fact]
    public async Task A_search_merges_streams_by_time_page_by_page_and_ids_differ()
    {
        await CallAsync("createLogStream", new { LogGroupName = "g", LogStreamName = "t" });
        for (var number = 0; number < 6; number++)
        {
            await PutAsync(number % 2 == 0 ? "s" : "t", $"line {number}");
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        var (said, ids, token) = (new List<string>(), new HashSet<string>(), (string?)null);
        do
        {
            var page = await CallAsync("filterLogEvents", new { LogGroupIdentifier = "arn:aws:logs:us-east-1:000000000000:log-group:g", FilterPattern = "line -3", Limit = 2, NextToken = token });
            said.AddRange(Said(page));
            ids.UnionWith(page["Events"]!.AsArray().Select(one => (string)one!["EventId"]!));
            token = (string?)page["NextToken"];
        }
        while (token is not null);

        said.ShouldBe(["line 0", "line 1", "line 2", "line 4", "line 5"]);
        ids.Count.ShouldBe(5);
        Said(await CallAsync("filterLogEvents", new { LogGroupName = "g", LogStreamNamePrefix = "t" })).ShouldBe(["line 1", "line 3", "line 5"]);
        Said(await CallAsync("filterLogEvents", new { LogGroupName = "g", LogStreamNames = new[] { "s" }, StartTime = Now - 2500 })).ShouldBe(["line 4"]);
    }

    [Fact]
    public async Task Retention_hides_what_is_old_at_once_and_removes_it()
    {
        await PutAsync("s", "old");
        var files = () => Directory.GetFiles(Path.Combine(_cloud.DataFolder, "logs", "groups"), "*.events", SearchOption.AllDirectories).Length;
        files().ShouldBe(1);
        _time.Advance(TimeSpan.FromDays(2));

        await CallAsync("putRetentionPolicy", new { LogGroupName = "g", RetentionInDays = 1 });

        files().ShouldBe(0);
        Said(await CallAsync("filterLogEvents", new { LogGroupName = "g" })).ShouldBeEmpty();
        await PutAsync("s", "new");
        _time.Advance(TimeSpan.FromHours(25));
        Said(await CallAsync("filterLogEvents", new { LogGroupName = "g" })).ShouldBeEmpty();
        await CallAsync("deleteRetentionPolicy", new { LogGroupName = "g" });
        (await CallAsync("describeLogGroups", new { }))["LogGroups"]![0]!["RetentionInDays"].ShouldBeNull();
    }

    [Fact]
    public async Task All_is_there_after_a_restart_and_what_was_deleted_is_not()
    {
        await PutAsync("s", "a");
        await CallAsync("createLogGroup", new { LogGroupName = "h" });
        await CallAsync("createLogStream", new { LogGroupName = "h", LogStreamName = "s" });
        await CallAsync("deleteLogGroup", new { LogGroupName = "h" });

        await _cloud.StartAsync();

        Said(await CallAsync("getLogEvents", new { LogGroupName = "g", LogStreamName = "s" })).ShouldBe(["a"]);
        (await CallAsync("describeLogGroups", new { }))["LogGroups"]!.AsArray().Select(group => (string?)group!["LogGroupName"]).ShouldBe(["g"]);
        await CallAsync("createLogGroup", new { LogGroupName = "h" });
        (await CallAsync("describeLogStreams", new { LogGroupName = "h" }))["LogStreams"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_machine_itself_logs_to_groups_that_need_not_be_there()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => _cloud.Services.Logs.AppendAsync("/aws/codebuild/web", "run", [new LogEvent(20, $"{number}"), new LogEvent(10, "first")], TestContext.Current.CancellationToken)));

        var said = Said(await CallAsync("filterLogEvents", new { LogGroupName = "/aws/codebuild/web" }));

        said.Length.ShouldBe(16);
        said.Take(8).ShouldAllBe(line => line == "first");
        said.Skip(8).Order().ShouldBe(["0", "1", "2", "3", "4", "5", "6", "7"]);
    }

    [Fact]
    public async Task Streams_are_listed_by_name_and_by_their_last_event_page_by_page()
    {
        foreach (var stream in (string[])["a", "b", "c"])
        {
            await CallAsync("createLogStream", new { LogGroupName = "g", LogStreamName = stream });
        }

        foreach (var stream in (string[])["b", "a", "c"])
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await PutAsync(stream, "x");
        }

        (await ListedAsync(new { LogGroupName = "g", Limit = 2 })).ShouldBe(["a", "b", "|", "c", "s"]);
        (await ListedAsync(new { LogGroupName = "g", OrderBy = "LastEventTime", Descending = true, Limit = 3 })).ShouldBe(["c", "a", "b", "|", "s"]);
        (await ListedAsync(new { LogGroupName = "g", LogStreamNamePrefix = "b" })).ShouldBe(["b"]);
    }

    [Fact]
    public async Task Tags_keep_their_keys_and_values()
    {
        var arn = "arn:aws:logs:us-east-1:000000000000:log-group:g";
        await CallAsync("tagResource", new { ResourceArn = arn, Tags = new Dictionary<string, string> { ["Team"] = "shop" } });
        (await CallAsync("listTagsForResource", new { ResourceArn = arn })).ToJsonString().ShouldBe("""{"Tags":{"Team":"shop","createdAt":"x"}}""");
        await CallAsync("untagResource", new { ResourceArn = arn, TagKeys = new[] { "createdAt" } });
        (await CallAsync("listTagsLogGroup", new { LogGroupName = "g" })).ToJsonString().ShouldBe("""{"Tags":{"Team":"shop"}}""");
    }

    [Theory]
    [InlineData("createLogGroup", "{'LogGroupName':'g'}", "ResourceAlreadyExistsException", "already exists")]
    [InlineData("createLogGroup", "{'LogGroupName':'a b','Tags':{}}", "InvalidParameterException", "2 validation errors detected: Value 'a b' at 'logGroupName'")]
    [InlineData("createLogGroup", "{'LogGroupName':'k','KmsKeyId':'x'}", "InvalidParameterException", "kmsKeyId is not served")]
    [InlineData("createLogStream", "{'LogGroupName':'g','LogStreamName':'s'}", "ResourceAlreadyExistsException", "already exists")]
    [InlineData("createLogStream", "{'LogGroupName':'none','LogStreamName':'s'}", "ResourceNotFoundException", "log group does not exist")]
    [InlineData("getLogEvents", "{'LogGroupName':'g','LogStreamName':'none'}", "ResourceNotFoundException", "log stream does not exist")]
    [InlineData("getLogEvents", "{'LogGroupName':'g','LogStreamName':'s','NextToken':'x'}", "InvalidParameterException", "nextToken is invalid")]
    [InlineData("getLogEvents", "{'LogStreamName':'s'}", "InvalidParameterException", "either logGroupName or logGroupIdentifier")]
    [InlineData("filterLogEvents", "{'LogGroupName':'g','FilterPattern':'a.b'}", "InvalidParameterException", "double quotes")]
    [InlineData("filterLogEvents", "{'LogGroupName':'none'}", "ResourceNotFoundException", "log group does not exist")]
    [InlineData("filterLogEvents", "{'LogGroupIdentifier':'arn:aws:logs:us-east-1:999999999999:log-group:g'}", "ResourceNotFoundException", "log group does not exist")]
    [InlineData("filterLogEvents", "{'LogGroupIdentifier':'arn:aws:s3:::b'}", "InvalidParameterException", "no ARN of a log group")]
    [InlineData("putRetentionPolicy", "{'LogGroupName':'g','RetentionInDays':2}", "InvalidParameterException", "enum value set: [1, 3, 5")]
    [InlineData("putLogEvents", "{'LogGroupName':'g','LogStreamName':'s','LogEvents':[{'Timestamp':2,'Message':'b'},{'Timestamp':1,'Message':'a'}]}", "InvalidParameterException", "chronological order")]
    [InlineData("describeLogStreams", "{'LogGroupName':'g','OrderBy':'LastEventTime','LogStreamNamePrefix':'a'}", "InvalidParameterException", "Cannot order by LastEventTime")]
    public async Task What_is_wrong_is_refused_in_AWSs_names(string operation, string input, string error, string says)
    {
        var refused = await _cloud.RefusedAsync($"cloudwatchlogs:{operation}", JsonNode.Parse(input.Replace('\'', '"'))!);

        refused.Error.ShouldBe($"CloudWatchLogs.{error}");
        refused.Cause.ShouldContain(says);
    }

    private async Task<List<string>> ListedAsync(object input)
    {
        var (names, request) = (new List<string>(), System.Text.Json.JsonSerializer.SerializeToNode(input)!.AsObject());
        while (true)
        {
            var page = await CallAsync("describeLogStreams", request);
            names.AddRange(page["LogStreams"]!.AsArray().Select(stream => (string)stream!["LogStreamName"]!));
            if (page["NextToken"] is not { } next)
            {
                return names;
            }

            names.Add("|");
            request["NextToken"] = next.DeepClone();
        }
    }

    private Task<JsonNode> CallAsync(string operation, object input) => _cloud.CallAsync($"cloudwatchlogs:{operation}", input);

    private Task<JsonNode> PutAsync(string stream, params string[] messages) =>
        CallAsync("putLogEvents", new { LogGroupName = "g", LogStreamName = stream, LogEvents = messages.Select(message => new { Timestamp = Now, Message = message }) });

    private Task<JsonNode> GoOnAsync(JsonNode page, string token) => CallAsync("getLogEvents", new { LogGroupName = "g", LogStreamName = "s", NextToken = (string?)page[token], StartFromHead = true });

    private static string[] Said(JsonNode page) => [.. page["Events"]!.AsArray().Select(one => (string)one!["Message"]!)];
}
