using Sluice.Deployments.Analysis.Reading;
using Sluice.Deployments.Model.Analysis;
using Sluice.Deployments.Platforms.Lambda;

namespace Sluice.Deployments.Tests.Analysis;

public sealed class AnalysisWindowTests
{
    private static readonly DateTimeOffset _began = new(2026, 3, 1, 12, 0, 17, 300, TimeSpan.Zero);

    [Fact]
    public void A_bake_of_five_minutes_is_five_whole_minutes()
    {
        var window = AnalysisWindow.Of(Plan(), _began, 300);

        window.ShouldBe(new AnalysisWindow(At(12, 1), At(12, 6), 60));
        window.Samples.ShouldBe(5);
        window.JudgedAt(Plan()).ShouldBe(At(12, 8));
    }

    [Fact]
    public void A_step_that_begins_with_a_minute_loses_nothing() =>
        AnalysisWindow.Of(Plan(), At(12, 0), 300).ShouldBe(new AnalysisWindow(At(12, 0), At(12, 5), 60));

    [Fact]
    public void The_warm_up_is_not_judged_and_makes_the_step_longer() =>
        AnalysisWindow.Of(Plan(warmup: 90), _began, 300).ShouldBe(new AnalysisWindow(At(12, 3), At(12, 8), 60));

    [Fact]
    public void What_is_left_over_of_a_period_is_not_judged() =>
        AnalysisWindow.Of(Plan(), _began, 359).ShouldBe(new AnalysisWindow(At(12, 1), At(12, 6), 60));

    [Theory]
    [InlineData(1, 86_400)]
    [InlineData(20, 86_400)]
    [InlineData(60, 172_800)]
    [InlineData(300, 172_800)]
    public void A_step_of_days_has_longer_samples_and_not_thousands(int period, int seconds)
    {
        var window = AnalysisWindow.Of(Plan(period: period), _began, seconds);

        window.Samples.ShouldBeInRange(30, 240);
        (window.PeriodSeconds == 10 || window.PeriodSeconds == 30 || window.PeriodSeconds % 60 == 0).ShouldBeTrue();
        (window.Start.ToUnixTimeSeconds() % window.PeriodSeconds).ShouldBe(0);
        (window.End.ToUnixTimeSeconds() % window.PeriodSeconds).ShouldBe(0);
        window.Start.ShouldBeGreaterThanOrEqualTo(_began);
        window.End.ShouldBeLessThanOrEqualTo(_began.AddSeconds(seconds + period));
    }

    // 241 samples were too many by one, and 23 of ten seconds too few for a metric that needs 30.
    [Fact]
    public void A_step_of_a_little_too_many_samples_is_not_left_with_a_few()
    {
        var plan = AnalysisBlock.Read("analysis", """{"Period": 1, "Metrics": [{"Name": "ErrorRate", "MinimumSamples": 30}]}""", LambdaMetrics.Platform);

        var window = AnalysisWindow.Of(plan, _began, 241);

        (window.PeriodSeconds, window.Samples).ShouldBe((5, 47));
        AnalysisWindow.FewestSamples(plan, 241).ShouldBe(47);
    }

    [Theory]
    [InlineData(1, 241)]
    [InlineData(1, 1201)]
    [InlineData(5, 1300)]
    [InlineData(60, 86_400)]
    [InlineData(120, 90_000)]
    public void However_a_step_begins_it_has_the_samples_that_were_counted_on(int period, int seconds)
    {
        var fewest = Enumerable.Range(0, 7200).Min(second => AnalysisWindow.Of(Plan(period: period), _began.AddSeconds(second), seconds).Samples);

        fewest.ShouldBe(AnalysisWindow.FewestSamples(Plan(period: period), seconds));
    }

    private static AnalysisPlan Plan(int period = 60, int warmup = 0) =>
        AnalysisBlock.Read("analysis", $$"""{"Period": {{period}}, "WarmupSeconds": {{warmup}}, "Metrics": [{"Name": "ErrorRate"}]}""", LambdaMetrics.Platform);

    private static DateTimeOffset At(int hour, int minute) => new(2026, 3, 1, hour, minute, 0, TimeSpan.Zero);
}
