using Sluice.Platform.Events;
using Sluice.Platform.Tables;

namespace Sluice.Platform.Tests.Events;

public sealed class NotificationsTests
{
    private const string Topic = "arn:aws:sns:us-east-1:123456789012:news";
    private static readonly DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void A_message_is_a_request_for_one_execution_of_the_machine_that_publishes()
    {
        var put = Notifications.Publish(Topic, "Subject", "Text", "approval-7", _now);

        put.Key.Pk.ShouldStartWith("EVENT#start-notify-approval-7-");
        put.When.ShouldBe(Condition.Absent);
        var detail = put.Attributes["detail"]!;
        ((string?)detail["machine"], (string?)detail["name"]).ShouldBe(("notify", Notifications.ExecutionName(Topic, "approval-7")));
        detail["input"]!.ToJsonString().ShouldBe($$"""{"topicArn":"{{Topic}}","subject":"Subject","message":"Text"}""");
    }

    [Theory]
    [InlineData("d-1 / all triggers")]
    [InlineData("Größe")]
    [InlineData("")]
    [InlineData("a-very-long-id-a-very-long-id-a-very-long-id-a-very-long-id-a-very-long-id-a-very-long-id")]
    public void The_name_of_its_execution_is_one_that_Step_Functions_takes(string id) =>
        Notifications.ExecutionName(Topic, id).ShouldMatch("^[A-Za-z0-9_-]{1,80}$");

    [Fact]
    public void Another_id_or_another_topic_is_another_message()
    {
        var names = new[] { (Topic, "a b"), (Topic, "a-b"), (Topic + "2", "a b") }.Select(one => Notifications.ExecutionName(one.Item1, one.Item2)).ToList();

        names.Distinct().Count().ShouldBe(3);
        Notifications.ExecutionName(Topic, "a b").ShouldBe(names[0]);
    }

    [Theory]
    [InlineData("One\nline", "One line")]
    [InlineData("  Größe ", "Gr  e")]
    [InlineData("\t", "Notification")]
    public void A_subject_is_made_to_fit(string given, string sent) =>
        ((string?)Notifications.Publish(Topic, given, "x", "1", _now).Attributes["detail"]!["input"]!["subject"]).ShouldBe(sent);

    [Fact]
    public void A_subject_is_cut_and_a_message_that_is_too_large_is_refused()
    {
        ((string?)Notifications.Publish(Topic, new string('x', 200), "x", "1", _now).Attributes["detail"]!["input"]!["subject"])!.Length.ShouldBe(99);
        Should.Throw<ArgumentException>(() => Notifications.Publish(Topic, "x", new string('x', Notifications.LargestMessage + 1), "1", _now));
    }
}
