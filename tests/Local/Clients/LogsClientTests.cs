using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Sluice.Local.Tests.Clients;

/// <summary>CloudWatch Logs, by AWS's own clients.</summary>
public sealed class LogsClientTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    [Fact]
    public async Task AWSs_library_puts_reads_searches_and_pages()
    {
        var said = JsonNode.Parse(await PythonClient.RunAsync(suite.Endpoint, suite.Credentials, """
            import boto3, json, time
            logs = boto3.client("logs")
            now = int(time.time() * 1000)
            logs.create_log_group(logGroupName="/shop/web", tags={"Team": "shop"})
            logs.put_retention_policy(logGroupName="/shop/web", retentionInDays=7)
            logs.create_log_stream(logGroupName="/shop/web", logStreamName="a/1")
            put = logs.put_log_events(logGroupName="/shop/web", logStreamName="a/1", sequenceToken="any", logEvents=[
                {"timestamp": now - 15 * 86400000, "message": "too old"}] + [{"timestamp": now - 15 * 86400000, "message": "too old"}])
            logs.put_log_events(logGroupName="/shop/web", logStreamName="a/1", logEvents=[{"timestamp": now + i, "message": json.dumps({"level": "ERROR" if i % 100 == 0 else "INFO", "n": i, "text": "é" * 10})} for i in range(1000)])
            big = "x" * 1_000_000
            logs.put_log_events(logGroupName="/shop/web", logStreamName="a/1", logEvents=[{"timestamp": now + 2000, "message": big}])
            found = [e for page in logs.get_paginator("filter_log_events").paginate(logGroupName="/shop/web", filterPattern='{ $.level = "ERROR" && $.n > 300 }', PaginationConfig={"PageSize": 2}) for e in page["events"]]
            page = logs.get_log_events(logGroupName="/shop/web", logStreamName="a/1", startFromHead=True, limit=400)
            read, token = [], None
            while page["nextForwardToken"] != token:
                token = page["nextForwardToken"]
                read += [e["message"] for e in page["events"]]
                page = logs.get_log_events(logGroupName="/shop/web", logStreamName="a/1", nextToken=token, limit=400)
            group = logs.describe_log_groups(logGroupNamePrefix="/shop")["logGroups"][0]
            stream = logs.describe_log_streams(logGroupName="/shop/web", orderBy="LastEventTime", descending=True)["logStreams"][0]
            print(json.dumps({
                "rejected": put["rejectedLogEventsInfo"], "found": [json.loads(e["message"])["n"] for e in found], "read": len(read), "big": read[-1] == big,
                "group": [group["retentionInDays"], group["arn"], group["storedBytes"] > 1_000_000], "last": stream["lastEventTimestamp"] - now,
                "tags": logs.list_tags_for_resource(resourceArn=group["logGroupArn"])["tags"],
            }))
            """))!;

        said.ToJsonString().ShouldBe(
            """{"rejected":{"tooOldLogEventEndIndex":2,"expiredLogEventEndIndex":2},"found":[400,500,600,700,800,900],"read":1001,"big":true,"group":[7,"arn:aws:logs:us-east-1:123456789012:log-group:/shop/web:*",true],"last":2000,"tags":{"Team":"shop"}}""");
    }

    [Fact]
    public async Task The_aws_command_says_what_is_wrong_and_what_is_not_served()
    {
        var aws = new AwsCli(suite.Endpoint, suite.Credentials);

        (await aws.RefusalAsync("logs", "get-log-events", "--log-group-name", "none", "--log-stream-name", "none")).ShouldContain("(ResourceNotFoundException) when calling the GetLogEvents operation: The specified log group does not exist.");
        (await aws.RefusalAsync("logs", "start-query", "--log-group-name", "g", "--start-time", "0", "--end-time", "1", "--query-string", "fields @message"))
            .ShouldContain("cloudwatchlogs:StartQuery is not served on this machine. Served are");
    }

    [Fact]
    public async Task Tail_follow_shows_a_line_that_comes_later()
    {
        var tail = await TailingAwsAsync();
        await PythonClient.RunAsync(suite.Endpoint, suite.Credentials, Put("first", create: true));

        using var following = Follow(tail);
        (await LineAsync(following)).ShouldEndWith("build/1 first");
        await PythonClient.RunAsync(suite.Endpoint, suite.Credentials, Put("second", create: false));

        (await LineAsync(following)).ShouldEndWith("build/1 second");
        following.Kill(entireProcessTree: true);
        await following.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<string> LineAsync(Process following) =>
        await following.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new InvalidOperationException(await following.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));

    private static string Put(string message, bool create) => $"""
        import boto3, time
        logs = boto3.client("logs")
        if {(create ? "True" : "False")}:
            logs.create_log_group(logGroupName="tailed")
            logs.create_log_stream(logGroupName="tailed", logStreamName="build/1")
        logs.put_log_events(logGroupName="tailed", logStreamName="build/1", logEvents=[dict(timestamp=int(time.time() * 1000), message="{message}")])
        """;

    /// <summary>Version 2 of the command alone has <c>logs tail</c>. Debian's does not know the variable for the endpoint yet.</summary>
    private static async Task<string> TailingAwsAsync()
    {
        foreach (var program in ClientProgram.FindAll("aws"))
        {
            var end = await ClientProgram.RunAsync(program, Path.GetTempPath(), ["--version"], new Dictionary<string, string>(), TestContext.Current.CancellationToken);
            if (end.All.StartsWith("aws-cli/2.", StringComparison.Ordinal))
            {
                return program;
            }
        }

        Assert.Skip("No aws on the PATH is of version 2, which has logs tail.");
        return "";
    }

    private Process Follow(string aws)
    {
        var start = new ProcessStartInfo(aws, ["logs", "tail", "tailed", "--follow", "--since", "1h", "--endpoint-url", suite.Endpoint.GetLeftPart(UriPartial.Authority)])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        foreach (var (name, value) in suite.Environment)
        {
            start.Environment[name] = value;
        }

        start.Environment["PYTHONUNBUFFERED"] = "1";
        return Process.Start(start)!;
    }
}
