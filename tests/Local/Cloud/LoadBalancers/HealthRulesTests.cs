using Sluice.Local.Cloud.LoadBalancers.Storage;
using Sluice.Local.Cloud.LoadBalancers.Targets;

namespace Sluice.Local.Tests.Cloud.LoadBalancers;

public sealed class HealthRulesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly HealthCheck Check = new(IntervalSeconds: 10, HealthyThreshold: 3, UnhealthyThreshold: 2);

    [Fact]
    public void A_new_target_is_healthy_after_one_check() =>
        HealthRules.After(TargetHealth.Initial(Noon), ProbeResult.Passed, Check, TimeSpan.Zero, Noon).State.ShouldBe("healthy");

    [Fact]
    public void A_new_target_that_fails_is_unhealthy_when_the_checks_of_the_threshold_would_have_failed()
    {
        var initial = TargetHealth.Initial(Noon);

        HealthRules.After(initial, ProbeResult.Failed, Check, TimeSpan.FromSeconds(9), Noon.AddSeconds(9)).ShouldBe(initial);
        var unhealthy = HealthRules.After(initial, ProbeResult.WrongCode(502), Check, TimeSpan.FromSeconds(10), Noon.AddSeconds(10));

        unhealthy.State.ShouldBe("unhealthy");
        unhealthy.Reason.ShouldBe("Target.ResponseCodeMismatch");
        unhealthy.Description.ShouldBe("Health checks failed with these codes: [502]");
    }

    [Fact]
    public void Thresholds_count_checks_in_a_row()
    {
        States("healthy", "fail", "pass", "fail", "fail").ShouldBe(["healthy", "healthy", "healthy", "unhealthy"]);
        States("unhealthy", "pass", "pass", "fail", "pass", "pass", "pass").ShouldBe(["unhealthy", "unhealthy", "unhealthy", "unhealthy", "unhealthy", "healthy"]);
    }

    [Fact]
    public void A_new_target_is_looked_at_every_half_second_and_others_at_the_interval()
    {
        HealthRules.Pause(TargetHealth.Initial(Noon), Check).ShouldBe(TimeSpan.FromMilliseconds(500));
        HealthRules.Pause(TargetHealth.Initial(Noon) with { State = "healthy" }, Check).ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("200", 200, true)]
    [InlineData("200", 204, false)]
    [InlineData("200,202", 202, true)]
    [InlineData("200-299", 250, true)]
    [InlineData("200-299,301", 300, false)]
    public void Matchers_name_codes_lists_and_ranges(string matcher, int code, bool matches) => CodeMatcher.Match(matcher, code).ShouldBe(matches);

    [Theory]
    [InlineData("")]
    [InlineData("ok")]
    [InlineData("500")]
    [InlineData("299-200")]
    [InlineData("200-250-299")]
    public void What_is_no_matcher_is_refused(string matcher) => CodeMatcher.IsValid(matcher).ShouldBeFalse();

    private static IEnumerable<string> States(string from, params string[] results)
    {
        var health = TargetHealth.Initial(Noon) with { State = from };
        foreach (var result in results)
        {
            health = HealthRules.After(health, result == "pass" ? ProbeResult.Passed : ProbeResult.Failed, Check, TimeSpan.Zero, Noon);
            yield return health.State;
        }
    }
}
