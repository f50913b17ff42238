namespace Sluice.Local.Tests.Clients;

/// <summary>SNS by the <c>aws</c> command, and a subscriber that verifies what it is told.</summary>
public sealed class TopicClientTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    private AwsService Sns => new(new AwsCli(suite.Endpoint, suite.Credentials), "sns");

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public async Task A_subscriber_confirms_verifies_unsubscribes_and_takes_that_back(string version)
    {
        await using var subscriber = await TopicSubscriber.StartAsync();
        var topic = (string)(await Sns.RunAsync("create-topic", "--name", $"signed-{version}", "--attributes", $"SignatureVersion={version}"))["TopicArn"]!;

        ((string?)(await Sns.RunAsync("subscribe", "--topic-arn", topic, "--protocol", "http", "--notification-endpoint", $"{subscriber.Address}/news"))["SubscriptionArn"]).ShouldBe("pending confirmation");
        var asked = await subscriber.VerifiedAsync();
        ((string?)asked["Type"], (string?)asked["SignatureVersion"]).ShouldBe(("SubscriptionConfirmation", version));
        await Sns.RunAsync("publish", "--topic-arn", topic, "--message", "before anybody has confirmed");
        (await TopicSubscriber.VisitAsync(asked, "SubscribeURL")).ShouldContain($"<SubscriptionArn>{topic}:");
        await Sns.RunAsync("publish", "--topic-arn", topic, "--subject", "Sizes", "--message", "Größe\n\"x\"");

        var told = await subscriber.NextAsync();
        told.Headers["x-amz-sns-message-type"].ToString().ShouldBe("Notification");
        told.Headers["x-amz-sns-topic-arn"].ToString().ShouldBe(topic);
        told.Headers["x-amz-sns-subscription-arn"].ToString().ShouldStartWith($"{topic}:");
        await Sns.RunAsync("publish", "--topic-arn", topic, "--subject", "Sizes", "--message", "Größe\n\"x\"");
        var message = await subscriber.VerifiedAsync();
        ((string?)message["Subject"], (string?)message["Message"]).ShouldBe(("Sizes", "Größe\n\"x\""));

        await TopicSubscriber.VisitAsync(message, "UnsubscribeURL");
        var ended = await subscriber.VerifiedAsync();
        ((string?)ended["Type"]).ShouldBe("UnsubscribeConfirmation");
        await Sns.RunAsync("publish", "--topic-arn", topic, "--message", "while it is ended");
        await TopicSubscriber.VisitAsync(ended, "SubscribeURL");
        await Sns.RunAsync("publish", "--topic-arn", topic, "--message", "again");
        ((string?)(await subscriber.VerifiedAsync())["Message"]).ShouldBe("again");
    }

    [Fact]
    public async Task A_message_that_an_endpoint_does_not_take_is_tried_again_and_a_raw_one_is_the_message_alone()
    {
        await using var subscriber = await TopicSubscriber.StartAsync();
        var topic = (string)(await Sns.RunAsync("create-topic", "--name", "tried"))["TopicArn"]!;
        var arn = (string)(await Sns.RunAsync(
            "subscribe", "--topic-arn", topic, "--protocol", "http", "--notification-endpoint", subscriber.Address, "--return-subscription-arn", "--attributes",
            """{"RawMessageDelivery":"true","DeliveryPolicy":"{\"healthyRetryPolicy\":{\"numRetries\":3,\"numNoDelayRetries\":3,\"minDelayTarget\":1,\"maxDelayTarget\":1}}"}"""))["SubscriptionArn"]!;
        var token = (string)(await subscriber.VerifiedAsync())["Token"]!;
        ((string?)(await Sns.RunAsync("confirm-subscription", "--topic-arn", topic, "--token", token))["SubscriptionArn"]).ShouldBe(arn);
        subscriber.Answers.Enqueue(503);
        subscriber.Answers.Enqueue(429);
        subscriber.Answers.Enqueue(200);
        subscriber.Answers.Enqueue(404);

        await Sns.RunAsync("publish", "--topic-arn", topic, "--message", "first");
        for (var i = 0; i < 3; i++)
        {
            var (headers, body) = await subscriber.NextAsync();
            (headers["x-amz-sns-rawdelivery"].ToString(), body).ShouldBe(("true", "first"));
        }

        await Sns.RunAsync("publish", "--topic-arn", topic, "--message", "refused");
        (await subscriber.NextAsync()).Body.ShouldBe("refused");
        await Sns.RunAsync("publish", "--topic-arn", topic, "--message", "next");
        (await subscriber.NextAsync()).Body.ShouldBe("next");
    }

    [Fact]
    public async Task What_is_not_served_or_breaks_a_rule_is_refused_by_its_name()
    {
        var topic = (string)(await Sns.RunAsync("create-topic", "--name", "refusing"))["TopicArn"]!;

        (await Sns.RefusalAsync("subscribe", "--topic-arn", topic, "--protocol", "email", "--notification-endpoint", "a@b.c")).ShouldContain("(InvalidParameter) when calling the Subscribe operation: Invalid parameter: Protocol: email is not served on this machine");
        (await Sns.RefusalAsync("create-topic", "--name", "x.fifo", "--attributes", "FifoTopic=true")).ShouldContain("is that of a FIFO topic, which is not served on this machine; FifoTopic Reason");
        (await Sns.RefusalAsync("publish", "--topic-arn", $"{topic}x", "--message", "x")).ShouldContain("(NotFound) when calling the Publish operation: Topic does not exist");
        (await Sns.RefusalAsync("publish", "--topic-arn", topic, "--message", "{}", "--message-structure", "json")).ShouldContain("No default entry in JSON message body");
        (await Sns.RefusalAsync("subscribe", "--topic-arn", topic, "--protocol", "sqs", "--notification-endpoint", "arn:aws:sqs:us-east-1:123456789012:q", "--attributes", """{"FilterPolicy":"{\"a\":\"b\"}"}""")).ShouldContain("FilterPolicy: a: an object or a list that is not empty was expected");
        (await Sns.RefusalAsync("list-platform-applications")).ShouldContain("sns:ListPlatformApplications is not served on this machine. Served are AddPermission");
    }
}
