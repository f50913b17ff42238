using Sluice.Local.Cloud.Events.Rules;

namespace Sluice.Local.Tests.Cloud.Events;

public sealed class RetryPolicyTests
{
    [Fact]
    public void Pauses_double_up_to_a_quarter_of_an_hour() =>
        Enumerable.Range(1, 12).Select(failures => RetryPolicy.Default.Pause(failures, TimeSpan.Zero)!.Value.TotalSeconds).ShouldBe([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);

    [Fact]
    public void A_try_too_many_or_too_late_is_not_made()
    {
        var policy = new RetryPolicy(2, 60);

        policy.Pause(2, TimeSpan.FromSeconds(58)).ShouldNotBeNull();
        policy.Pause(3, TimeSpan.Zero).ShouldBeNull();
        policy.Pause(2, TimeSpan.FromSeconds(59)).ShouldBeNull();
        (policy.Exhausted(3), policy.Exhausted(2)).ShouldBe(("MaximumRetryAttempts", "MaximumEventAgeInSeconds"));
        RetryPolicy.Default.Pause(1, TimeSpan.FromHours(24)).ShouldBeNull();
    }
}
