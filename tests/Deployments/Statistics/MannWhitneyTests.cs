using Sluice.Deployments.Statistics;

namespace Sluice.Deployments.Tests.Statistics;

/// <summary>Held to what SciPy 1.10.1 computes, and to examples of R's manual, whose figures SciPy's agree with.</summary>
public sealed class MannWhitneyTests
{
    // SciPy's example in scipy.stats.mannwhitneyu: ages at diagnosis.
    private static readonly double[] _males = [19, 22, 16, 29, 24];
    private static readonly double[] _females = [20, 11, 17, 12];

    // R's example in ?wilcox.test, of Hollander and Wolfe (1973), 69f: "W = 35, p-value = 0.1272" for alternative = "greater".
    private static readonly double[] _term = [0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
    private static readonly double[] _earlier = [1.15, 0.88, 0.90, 0.74, 1.21];

    // R's other example there: Ozone of May and August in airquality, "W = 127.5, p-value = 0.0001208" with ties and continuity correction.
    private static readonly double[] _may = [41, 36, 12, 18, 28, 23, 19, 8, 7, 16, 11, 14, 18, 14, 34, 6, 30, 11, 1, 11, 4, 32, 23, 45, 115, 37];
    private static readonly double[] _august = [39, 9, 16, 78, 35, 66, 122, 89, 110, 44, 28, 65, 22, 59, 23, 31, 44, 21, 9, 45, 168, 73, 76, 118, 84, 85];

    [Theory]
    [InlineData(ChangeDirection.Increase, 0.05555555555555555)]
    [InlineData(ChangeDirection.Decrease, 0.9682539682539684)]
    [InlineData(ChangeDirection.Either, 0.1111111111111111)]
    public void Few_samples_without_ties_are_counted_as_SciPy_counts_them(ChangeDirection direction, double p)
    {
        var result = MannWhitney.Test(_males, _females, direction);

        result.U.ShouldBe(17);
        result.Method.ShouldBe(TestMethod.Exact);
        result.PValue.ShouldBe(p, 1e-14);
        result.CliffsDelta.ShouldBe(0.7, 1e-14);
    }

    [Theory]
    [InlineData(ChangeDirection.Increase, 0.1272061272061272)]
    [InlineData(ChangeDirection.Decrease, 0.8967698967698966)]
    [InlineData(ChangeDirection.Either, 0.2544122544122544)]
    public void Agrees_with_the_example_of_Hollander_and_Wolfe_in_Rs_manual(ChangeDirection direction, double p)
    {
        var result = MannWhitney.Test(_term, _earlier, direction);

        result.U.ShouldBe(35);
        result.PValue.ShouldBe(p, 1e-13);
    }

    [Theory]
    [InlineData(ChangeDirection.Increase, 0.9999439498752809)]
    [InlineData(ChangeDirection.Decrease, 6.040391538438717e-05)]
    [InlineData(ChangeDirection.Either, 0.00012080783076877434)]
    public void The_normal_distribution_is_corrected_for_ties_as_R_and_SciPy_correct_it(ChangeDirection direction, double p)
    {
        var result = MannWhitney.Test(_may, _august, direction, TestMethod.Normal);

        result.U.ShouldBe(127.5);
        result.PValue.ShouldBe(p, p * 1e-9);
    }

    [Theory]
    [InlineData(ChangeDirection.Increase, 0.12231180256349167)]
    [InlineData(ChangeDirection.Decrease, 0.9007753482039937)]
    [InlineData(ChangeDirection.Either, 0.24462360512698333)]
    public void The_normal_distribution_is_corrected_for_continuity_on_the_side_that_is_asked_for(ChangeDirection direction, double p) =>
        MannWhitney.Test(_term, _earlier, direction, TestMethod.Normal).PValue.ShouldBe(p, 1e-12);

    [Theory]
    [InlineData(ChangeDirection.Increase, 0.3014643217603928)]
    [InlineData(ChangeDirection.Decrease, 0.7053529828621596)]
    [InlineData(ChangeDirection.Either, 0.6029286435207856)]
    public void Thirty_samples_are_still_counted(ChangeDirection direction, double p)
    {
        var first = Enumerable.Range(0, 20).Select(i => (i * 37 % 101) + 0.25).ToArray();
        var second = Enumerable.Range(0, 30).Select(i => (i * 53 % 97) + 0.5).ToArray();

        var result = MannWhitney.Test(first, second, direction);

        result.U.ShouldBe(327);
        result.Method.ShouldBe(TestMethod.Exact);
        result.PValue.ShouldBe(p, 1e-12);
    }

    [Theory]
    [InlineData(ChangeDirection.Increase, 0.7153332529947146)]
    [InlineData(ChangeDirection.Decrease, 0.2846735325897308)]
    [InlineData(ChangeDirection.Either, 0.5693470651794617)]
    public void Thousands_of_samples_are_no_harder(ChangeDirection direction, double p)
    {
        var first = Enumerable.Range(0, 3000).Select(i => (double)(i * 37 % 1009)).ToArray();
        var second = Enumerable.Range(0, 2000).Select(i => (double)((i * 53 % 997) + 12)).ToArray();

        var result = MannWhitney.Test(first, second, direction);

        result.U.ShouldBe(2971546);
        result.Method.ShouldBe(TestMethod.Normal);
        result.PValue.ShouldBe(p, 1e-12);
    }

    [Fact]
    public void A_far_tail_is_a_small_number_and_not_zero()
    {
        double[] high = [.. Enumerable.Range(1, 60)], low = [.. Enumerable.Range(0, 60).Select(i => -i)];

        var result = MannWhitney.Test(high, low, ChangeDirection.Increase);

        result.PValue.ShouldBe(1.7782854874923613e-21, 1e-27);
        result.CliffsDelta.ShouldBe(1);
    }

    [Fact]
    public void Half_a_million_samples_of_few_values_give_finite_figures()
    {
        double[] first = [.. Enumerable.Range(0, 300_000).Select(i => i % 3)], second = [.. Enumerable.Range(0, 200_000).Select(i => i % 3)];

        var result = MannWhitney.Test(first, second, ChangeDirection.Either);

        result.PValue.ShouldBe(1, 0.01);
        result.CliffsDelta.ShouldBe(0, 1e-4);
    }

    [Theory]
    [InlineData(TestMethod.Exact)]
    [InlineData(TestMethod.Normal)]
    public void Values_that_are_all_the_same_are_no_difference(TestMethod method)
    {
        var result = MannWhitney.Test([0, 0, 0, 0, 0], [0, 0, 0, 0], ChangeDirection.Increase, method);

        result.PValue.ShouldBe(1);
        result.CliffsDelta.ShouldBe(0);
        result.U.ShouldBe(10);
    }

    [Fact]
    public void Samples_without_variance_that_differ_are_as_different_as_can_be()
    {
        var result = MannWhitney.Test([1, 1, 1, 1], [0, 0, 0, 0], ChangeDirection.Increase);

        result.PValue.ShouldBe(1.0 / 70, 1e-15);
        result.CliffsDelta.ShouldBe(1);
    }

    // One division in 10 / 45: with two values over zero among ten, both are in the first sample as often as that. SciPy's normal approximation says 0.09.
    [Fact]
    public void Few_errors_among_zeros_are_not_called_more_significant_than_they_are() =>
        MannWhitney.Test([0, 0, 1.5, 2, 0], [0, 0, 0, 0, 0], ChangeDirection.Increase).PValue.ShouldBe(10.0 / 45, 1e-15);

    [Theory]
    [InlineData(ChangeDirection.Increase, 0.98, 4)]
    [InlineData(ChangeDirection.Decrease, 0.98, 4)]
    [InlineData(ChangeDirection.Either, 0.98, 5)]
    [InlineData(ChangeDirection.Increase, 0.95, 3)]
    [InlineData(ChangeDirection.Increase, 0.99, 5)]
    [InlineData(ChangeDirection.Either, 0.9999, 9)]
    public void Knows_how_many_samples_could_show_anything(ChangeDirection direction, double confidence, int count)
    {
        MannWhitney.FewestSamples(direction, confidence).ShouldBe(count);

        Clearest(count).ShouldBeLessThanOrEqualTo(1 - confidence + 1e-12);
        Clearest(count - 1).ShouldBeGreaterThan(1 - confidence);

        double Clearest(int samples) => MannWhitney.Test(
            [.. Enumerable.Range(1, samples).Select(i => (double)(direction == ChangeDirection.Decrease ? -i : i))], [.. Enumerable.Repeat(0.0, samples)], direction).PValue;
    }
}
