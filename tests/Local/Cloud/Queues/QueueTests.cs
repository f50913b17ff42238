using Sluice.World;

namespace Sluice.Local.Tests.Cloud.Queues;

public sealed class QueueTests
{
    [Fact]
    public async Task A_message_is_hidden_while_it_is_tried_comes_back_and_ends_among_the_dead_letters()
    {
        var time = new SetClock();
        await using var cloud = new CloudUnderTest { Time = time };
        await cloud.StartAsync();
        await cloud.CallAsync("sqs:createQueue", new { QueueName = "dead" });
        var url = (string)(await cloud.CallAsync("sqs:createQueue", new
        {
            QueueName = "work",
            Attributes = new Dictionary<string, string> { ["VisibilityTimeout"] = "30", ["RedrivePolicy"] = """{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:dead","maxReceiveCount":"2"}""" },
        }))["QueueUrl"]!;
        await cloud.CallAsync("sqs:sendMessage", new { QueueUrl = url, MessageBody = "one" });

        (await BodiesAsync(cloud, url)).ShouldBe(["one"]);
        (await BodiesAsync(cloud, url)).ShouldBeEmpty();
        time.Moved += TimeSpan.FromSeconds(31);
        (await BodiesAsync(cloud, url)).ShouldBe(["one"]);
        time.Moved += TimeSpan.FromSeconds(31);
        (await BodiesAsync(cloud, url)).ShouldBeEmpty();
        (await BodiesAsync(cloud, url.Replace("work", "dead", StringComparison.Ordinal))).ShouldBe(["one"]);
    }

    [Fact]
    public async Task Messages_and_what_is_hidden_outlive_the_process()
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        var url = (string)(await cloud.CallAsync("sqs:createQueue", new { QueueName = "work" }))["QueueUrl"]!;
        await cloud.CallAsync("sqs:sendMessage", new { QueueUrl = url, MessageBody = "hidden" });
        await BodiesAsync(cloud, url);
        await cloud.CallAsync("sqs:sendMessage", new { QueueUrl = url, MessageBody = "visible" });

        await cloud.StartAsync();

        (await BodiesAsync(cloud, url)).ShouldBe(["visible"]);
        var attributes = (await cloud.CallAsync("sqs:getQueueAttributes", new { QueueUrl = url, AttributeNames = new[] { "All" } }))["Attributes"]!;
        ((string?)attributes["ApproximateNumberOfMessages"], (string?)attributes["ApproximateNumberOfMessagesNotVisible"]).ShouldBe(("0", "2"));
    }

    [Fact]
    public async Task A_long_poll_ends_when_a_message_comes()
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        var url = (string)(await cloud.CallAsync("sqs:createQueue", new { QueueName = "work" }))["QueueUrl"]!;

        var waiting = cloud.CallAsync("sqs:receiveMessage", new { QueueUrl = url, WaitTimeSeconds = 20 });
        waiting.IsCompleted.ShouldBeFalse();
        await cloud.CallAsync("sqs:sendMessage", new { QueueUrl = url, MessageBody = "now" });

        ((string?)(await waiting)["Messages"]![0]!["Body"]).ShouldBe("now");
    }

    [Theory]
    [InlineData("createQueue", """{"QueueName":"a.fifo"}""", "Sqs.InvalidParameterValueException")]
    [InlineData("createQueue", """{"QueueName":"a b"}""", "Sqs.InvalidParameterValueException")]
    [InlineData("createQueue", """{"QueueName":"a","Attributes":{"VisibilityTimeout":"43201"}}""", "Sqs.InvalidAttributeValueException")]
    [InlineData("createQueue", """{"QueueName":"a","Attributes":{"FifoQueue":"true"}}""", "Sqs.InvalidAttributeValueException")]
    [InlineData("createQueue", """{"QueueName":"a","Attributes":{"RedrivePolicy":"{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:none\",\"maxReceiveCount\":1}"}}""", "Sqs.InvalidAttributeValueException")]
    [InlineData("getQueueUrl", """{"QueueName":"none"}""", "Sqs.QueueDoesNotExistException")]
    [InlineData("sendMessage", """{"QueueUrl":"http://x/0/q","MessageBody":""}""", "Sqs.MissingParameterException")]
    [InlineData("sendMessage", """{"QueueUrl":"http://x/0/q","MessageBody":"x","MessageGroupId":"g"}""", "Sqs.InvalidParameterValueException")]
    [InlineData("sendMessage", """{"QueueUrl":"http://x/0/q","MessageBody":"x","MessageAttributes":{"a":{"DataType":"Number","StringValue":"five"}}}""", "Sqs.InvalidParameterValueException")]
    [InlineData("deleteMessage", """{"QueueUrl":"http://x/0/q","ReceiptHandle":"no handle"}""", "Sqs.ReceiptHandleIsInvalidException")]
    [InlineData("receiveMessage", """{"QueueUrl":"http://x/0/q","MaxNumberOfMessages":11}""", "Sqs.InvalidParameterValueException")]
    [InlineData("sendMessageBatch", """{"QueueUrl":"http://x/0/q","Entries":[{"Id":"a","MessageBody":"x"},{"Id":"a","MessageBody":"y"}]}""", "Sqs.BatchEntryIdsNotDistinctException")]
    [InlineData("sendMessageBatch", """{"QueueUrl":"http://x/0/q","Entries":[]}""", "Sqs.EmptyBatchRequestException")]
    public async Task What_breaks_a_rule_is_refused_by_its_name(string operation, string input, string error)
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CallAsync("sqs:createQueue", new { QueueName = "q" });

        (await cloud.RefusalAsync($"sqs:{operation}", System.Text.Json.Nodes.JsonNode.Parse(input)!)).ShouldBe(error);
    }

    private static async Task<IEnumerable<string>> BodiesAsync(CloudUnderTest cloud, string url) =>
        [.. ((await cloud.CallAsync("sqs:receiveMessage", new { QueueUrl = url, MaxNumberOfMessages = 10 }))["Messages"]?.AsArray() ?? []).Select(message => (string)message!["Body"]!)];
}
