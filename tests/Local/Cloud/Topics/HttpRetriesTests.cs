using Sluice.Local.Cloud.Topics.Messages;

namespace Sluice.Local.Tests.Cloud.Topics;

public sealed class HttpRetriesTests
{
    [Theory]
    [InlineData(null, "20 20 20 -")]
    [InlineData("""{"healthyRetryPolicy":{"numRetries":2,"minDelayTarget":1,"maxDelayTarget":1}}""", "1 1 -")]
    [InlineData("""{"healthyRetryPolicy":{"numRetries":7,"minDelayTarget":1,"maxDelayTarget":9,"numNoDelayRetries":2,"numMinDelayRetries":1,"numMaxDelayRetries":1,"backoffFunction":"linear"}}""", "0 0 1 1 5 9 9 -")]
    [InlineData("""{"healthyRetryPolicy":{"numRetries":3,"minDelayTarget":1,"maxDelayTarget":100,"backoffFunction":"exponential"}}""", "1 10 100 -")]
    [InlineData("""{"healthyRetryPolicy":{"numRetries":0,"minDelayTarget":1,"maxDelayTarget":1}}""", "-")]
    public void Tries_are_as_far_apart_as_the_policy_says(string? policy, string pauses)
    {
        var retries = HttpRetries.Of(policy, null);

        string.Join(' ', Enumerable.Range(1, pauses.Split(' ').Length).Select(failures => retries.Pause(failures) is { } pause ? $"{pause.TotalSeconds:0}" : "-")).ShouldBe(pauses);
    }

    [Fact]
    public void A_topics_policy_holds_where_the_subscription_has_none() =>
        HttpRetries.Of(null, """{"http":{"defaultHealthyRetryPolicy":{"numRetries":9,"minDelayTarget":2,"maxDelayTarget":4}}}""").NumRetries.ShouldBe(9);

    [Theory]
    [InlineData("""{"healthyRetryPolicy":{"numRetries":101}}""")]
    [InlineData("""{"healthyRetryPolicy":{"minDelayTarget":9,"maxDelayTarget":1}}""")]
    [InlineData("""{"healthyRetryPolicy":{"numRetries":1,"numNoDelayRetries":2}}""")]
    [InlineData("""{"healthyRetryPolicy":{"backoffFunction":"steep"}}""")]
    [InlineData("""[]""")]
    public void A_policy_that_breaks_a_rule_is_refused(string policy) => HttpRetries.Fault(policy, null).ShouldNotBeNull();

    [Fact]
    public void Queues_and_functions_are_tried_for_23_days()
    {
        Enumerable.Range(1, 16).Select(failures => Math.Round(MachineRetries.Pause(failures)!.Value.TotalSeconds)).ShouldBe([0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 6, 8, 11, 15, 20, 20]);
        MachineRetries.Pause(100_016).ShouldBeNull();
    }
}
