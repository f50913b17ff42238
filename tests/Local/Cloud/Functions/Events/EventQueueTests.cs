using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Functions;

namespace Sluice.Local.Tests.Cloud.Functions.Events;

/// <summary>Asynchronous requests to real functions: none is lost.</summary>
public sealed class EventQueueTests
{
    [Fact]
    public async Task Every_event_is_answered_though_most_were_throttled()
    {
        await using var cloud = new CloudUnderTest { Pools = new() { Processes = 1, Initialisation = TimeSpan.FromSeconds(60), Queue = TimeSpan.FromMilliseconds(1) } };
        var services = await cloud.StartAsync();
        await cloud.CreateAsync();
        var answered = new ConcurrentBag<string>();
        services.Functions.Answered += answer => answered.Add(answer.Result.RequestId);

        var taken = new List<string>();
        for (var n = 0; n < 60; n++)
        {
            taken.Add(await SendAsync(cloud, new { n }));
        }

        await UntilAsync(() => answered.Count >= 60);
        answered.Order().ShouldBe(taken.Order());
        await UntilAsync(() => Stored(cloud) == 0);
    }

    [Fact]
    public async Task An_event_that_was_taken_is_made_after_a_restart_with_the_same_id()
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CreateAsync(timeout: 600);
        var taken = await SendAsync(cloud, new Dictionary<string, string> { ["do"] = "wait", ["folder"] = cloud.Meeting, ["for"] = Path.Combine(cloud.Meeting, "go") });
        await UntilAsync(() => Directory.GetFiles(cloud.Meeting).Length == 1);

        await cloud.Services.DisposeAsync();
        await File.WriteAllTextAsync(Path.Combine(cloud.Meeting, "go"), "", TestContext.Current.CancellationToken);
        var answered = new ConcurrentBag<InvocationResult>();
        (await cloud.StartAsync()).Functions.Answered += answer => answered.Add(answer.Result);

        await UntilAsync(() => Stored(cloud) == 0);
        Directory.GetFiles(cloud.Meeting, "*.at-work").Length.ShouldBe(2);
        answered.Where(answer => answer.RequestId == taken).ShouldAllBe(answer => answer.FunctionError == null);
    }

    [Fact]
    public async Task An_event_that_is_given_up_goes_to_the_dead_letter_target_and_to_the_destination()
    {
        await using var cloud = await FailingAsync("arn:aws:sqs:us-east-1:000000000000:lost");

        var id = await SendAsync(cloud, new { @do = "throw", order = 7 });

        await UntilAsync(() => Stored(cloud) == 0);
        var letter = Message(cloud, "sqs-dead.jsonl");
        JsonNode.Parse((string)letter["body"]!)!["order"]!.GetValue<int>().ShouldBe(7);
        ((string?)letter["messageAttributes"]!["RequestID"]).ShouldBe(id);
        ((string?)letter["messageAttributes"]!["ErrorMessage"]).ShouldBe("none left");
        var record = Message(cloud, "sqs-lost.jsonl");
        ((string?)record["requestContext"]!["condition"]).ShouldBe("RetriesExhausted");
        ((int)record["requestContext"]!["approximateInvokeCount"]!).ShouldBe(1);
        ((string?)record["requestContext"]!["functionArn"]).ShouldBe("arn:aws:lambda:us-east-1:000000000000:function:shop:$LATEST");
        ((int)record["requestPayload"]!["order"]!).ShouldBe(7);
        ((string?)record["responseContext"]!["functionError"]).ShouldBe("Unhandled");
        ((string?)record["responsePayload"]!["errorType"]).ShouldBe("OutOfStock");
    }

    [Fact]
    public async Task A_destination_can_be_a_function_or_the_bus()
    {
        await using var cloud = await FailingAsync("arn:aws:lambda:us-east-1:000000000000:function:keeper");
        await cloud.CreateAsync("keeper");
        await cloud.LambdaAsync("putFunctionEventInvokeConfig", new { FunctionName = "keeper", DestinationConfig = new { OnSuccess = new { Destination = "arn:aws:events:us-east-1:000000000000:event-bus/default" } } });

        await SendAsync(cloud, new { @do = "throw" });

        await UntilAsync(() => !cloud.Events.All.IsEmpty);
        cloud.Events.All.TryPeek(out var happened).ShouldBeTrue();
        ((string?)happened!["detail-type"]).ShouldBe("Lambda Function Invocation Result - Success");
        ((string?)happened["source"]).ShouldBe("lambda");
        ((string?)happened["detail"]!["requestPayload"]!["responsePayload"]!["errorType"]).ShouldBe("OutOfStock");
    }

    [Fact]
    public async Task What_is_set_is_shown_changed_and_taken_away()
    {
        await using var cloud = await FailingAsync("arn:aws:sqs:us-east-1:000000000000:lost");
        object of = new { FunctionName = "shop" };

        var changed = await cloud.LambdaAsync("updateFunctionEventInvokeConfig", new { FunctionName = "shop", MaximumEventAgeInSeconds = 60 });
        var listed = await cloud.LambdaAsync("listFunctionEventInvokeConfigs", of);

        ((int)changed["MaximumRetryAttempts"]!).ShouldBe(0);
        ((int)changed["MaximumEventAgeInSeconds"]!).ShouldBe(60);
        ((string?)changed["DestinationConfig"]!["OnFailure"]!["Destination"]).ShouldBe("arn:aws:sqs:us-east-1:000000000000:lost");
        listed["FunctionEventInvokeConfigs"]!.AsArray().Count.ShouldBe(1);
        (await cloud.LambdaAsync("getFunctionEventInvokeConfig", of)).ToJsonString().ShouldBe(changed.ToJsonString());
        await cloud.LambdaAsync("deleteFunctionEventInvokeConfig", of);
        (await cloud.RefusalAsync("lambda:getFunctionEventInvokeConfig", of)).ShouldBe("Lambda.ResourceNotFoundException");
    }

    [Theory]
    [InlineData("""{"MaximumRetryAttempts":3}""", "MaximumRetryAttempts is 3, and must be 0 to 2")]
    [InlineData("""{"MaximumEventAgeInSeconds":59}""", "MaximumEventAgeInSeconds is 59, and must be 60 to 21600 seconds")]
    [InlineData("""{"DestinationConfig":{"OnFailure":{"Destination":"queue"}}}""", "The destination 'queue' is not the ARN of an SQS queue, an SNS topic, a Lambda function or the default event bus")]
    [InlineData("""{"Sometimes":true}""", "Sometimes")]
    public async Task Settings_that_Lambda_does_not_take_are_refused(string settings, string says)
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CreateAsync();
        var request = JsonNode.Parse(settings)!.AsObject();
        request["FunctionName"] = "shop";

        var (error, cause) = await cloud.RefusedAsync("lambda:putFunctionEventInvokeConfig", request);

        error.ShouldBe("Lambda.InvalidParameterValueException");
        cause.ShouldContain(says);
    }

    private static async Task<CloudUnderTest> FailingAsync(string destination)
    {
        var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CreateAsync();
        await cloud.LambdaAsync("updateFunctionConfiguration", new { FunctionName = "shop", DeadLetterConfig = new { TargetArn = "arn:aws:sqs:us-east-1:000000000000:dead" } });
        await cloud.LambdaAsync("putFunctionEventInvokeConfig", new { FunctionName = "shop", MaximumRetryAttempts = 0, DestinationConfig = new { OnFailure = new { Destination = destination } } });
        return cloud;
    }

    private static async Task<string> SendAsync(CloudUnderTest cloud, object payload)
    {
        var taken = await cloud.Services.Functions.InvokeAsync(new InvocationRequest("shop", null, JsonSerializer.SerializeToUtf8Bytes(payload)) { Type = InvocationType.Event });
        taken.StatusCode.ShouldBe(202);
        return taken.RequestId;
    }

    private static int Stored(CloudUnderTest cloud) => Directory.GetFiles(Path.Combine(cloud.DataFolder, "functions", "events"), "*.json").Length;

    private static JsonNode Message(CloudUnderTest cloud, string file) => JsonNode.Parse(File.ReadAllLines(Path.Combine(cloud.DataFolder, "messages", file)).ShouldHaveSingleItem())!;

    private static async Task UntilAsync(Func<bool> isSo)
    {
        while (!isSo())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
