using Sluice.Deployments.Statistics;
using Sluice.Deployments.Tests.Analysis.Simulation;

namespace Sluice.Deployments.Tests.Statistics;

public sealed class SampleTestTests
{
    [Fact]
    public void Few_periods_that_are_all_beyond_the_others_are_not_explained_by_their_likeness()
    {
        var start = new DateTimeOffset(2026, 1, 2, 3, 4, 0, TimeSpan.Zero);
        Dictionary<DateTimeOffset, double> Of(params double[] values) => values.Select((value, minute) => (value, minute)).ToDictionary(one => start.AddMinutes(one.minute), one => one.value);

        SampleTest.Test(Of(201, 202, 205, 206, 203), Of(5, 4, 3, 1, 2), ChangeDirection.Increase).PValue.ShouldBe(1 / 252.0, 1e-9);
    }

    [Fact]
    public void Waves_are_fewer_facts_than_minutes()
    {
        double[] now = [5, 7, 9, 9, 7, 5, 5, 7, 9, 9], before = [4, 4, 4, 4, 4, 4, 4, 4, 4, 4];

        var result = Test(now, before);

        result.Autocorrelation.ShouldBeGreaterThan(0.3);
        result.PValue.ShouldBeGreaterThan(2 * result.Ranks.PValue);
    }

    [Fact]
    public void Minutes_that_do_not_follow_each_other_keep_their_probability()
    {
        var result = Test([140, 150, 145, 160, 155], [100, 104, 98, 101, 103]);

        (result.Autocorrelation, result.PValue).ShouldBe((0, result.Ranks.PValue));
    }

    // Both versions warm up, or both get more traffic; or the new one alone leaks.
    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public void A_steady_rise_is_no_wave(double ofBoth)
    {
        var result = Test([.. Enumerable.Range(0, 5).Select(minute => 200.0 + (10 * minute))], [.. Enumerable.Range(0, 5).Select(minute => 100 + (10 * minute * ofBoth))]);

        result.PValue.ShouldBe(1.0 / 252, 1e-12);
    }

    // Without the correction it is 5.8 and 7 %. What is left is of short series, which cannot show how alike their neighbours are.
    [Theory]
    [InlineData(10, 5)]
    [InlineData(40, 4)]
    public void Minutes_that_are_like_the_one_before_fail_a_sound_version_hardly_more_often_than_others(int minutes, double most)
    {
        const int Trials = 1500;
        var failed = Enumerable.Range(1, Trials).Count(seed =>
        {
            var draws = new Draws(seed);
            return Test(draws.Series(minutes, 0.3), draws.Series(minutes, 0.3)).PValue <= 0.02;
        });

        (100.0 * failed / Trials).ShouldBeLessThanOrEqualTo(most);
    }

    [Fact]
    public void A_tail_is_widened_like_a_normal_distribution()
    {
        NormalTail.Widened(0.00134989803163009, 4).ShouldBe(0.06680720126885807, 1e-9);
        NormalTail.Widened(0.001, 1).ShouldBe(0.001);
        NormalTail.Widened(0.7, 5).ShouldBe(0.7);
        NormalTail.Widened(0, 1e6).ShouldBe(0.5, 0.02);
    }

    private static SampleTestResult Test(double[] now, double[] before) => SampleTest.Test(ByMinute(now), ByMinute(before), ChangeDirection.Increase);

    private static Dictionary<DateTimeOffset, double> ByMinute(double[] values) => Enumerable.Range(0, values.Length).ToDictionary(minute => DateTimeOffset.UnixEpoch.AddMinutes(minute), minute => values[minute]);
}
