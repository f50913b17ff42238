using FsCheck;
using FsCheck.Fluent;
using Sluice.Deployments.Statistics;

namespace Sluice.Deployments.Tests.Statistics;

public sealed class MannWhitneyProperties
{
    // Few different values, so that there are ties.
    private static readonly Gen<double> _value = Gen.Choose(-6, 6).Select(value => value / 2.0);
    private static readonly Arbitrary<Pair> _pairs = Samples(1, 40).SelectMany(first => Samples(1, 40).Select(second => new Pair(first, second))).ToArbitrary();
    private static readonly Arbitrary<Pair> _small = Samples(1, 6).SelectMany(first => Samples(1, 6).Select(second => new Pair(first, second))).ToArbitrary();

    [Fact]
    public void Exact_values_are_those_of_trying_all_divisions() => Prop.ForAll(_small, pair =>
    {
        var pooled = pair.First.Concat(pair.Second).ToArray();
        var observed = Wins(pair.First, pair.Second);
        var (atLeast, atMost, all) = (0, 0, 0);
        for (var mask = 0; mask < 1 << pooled.Length; mask++)
        {
            var first = pooled.Where((_, index) => (mask >> index & 1) == 1).ToArray();
            if (first.Length != pair.First.Length)
            {
                continue;
            }

            var wins = Wins(first, [.. pooled.Where((_, index) => (mask >> index & 1) == 0)]);
            (atLeast, atMost, all) = (atLeast + (wins >= observed ? 1 : 0), atMost + (wins <= observed ? 1 : 0), all + 1);
        }

        Test(pair, ChangeDirection.Increase).PValue.ShouldBe((double)atLeast / all, 1e-12);
        Test(pair, ChangeDirection.Decrease).PValue.ShouldBe((double)atMost / all, 1e-12);
        Test(pair, ChangeDirection.Either).PValue.ShouldBe(Math.Min(1, 2.0 * Math.Min(atLeast, atMost) / all), 1e-12);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void U_is_the_number_of_pairs_that_are_won() =>
        Prop.ForAll(_pairs, pair => Test(pair, ChangeDirection.Either).U.ShouldBe(Wins(pair.First, pair.Second))).QuickCheckThrowOnFailure();

    [Fact]
    public void Swapping_the_versions_mirrors_everything() => Prop.ForAll(_pairs, pair =>
    {
        var swapped = new Pair(pair.Second, pair.First);

        Test(swapped, ChangeDirection.Either).PValue.ShouldBe(Test(pair, ChangeDirection.Either).PValue, 1e-12);
        Test(swapped, ChangeDirection.Decrease).PValue.ShouldBe(Test(pair, ChangeDirection.Increase).PValue, 1e-12);
        Test(swapped, ChangeDirection.Either).CliffsDelta.ShouldBe(-Test(pair, ChangeDirection.Either).CliffsDelta, 1e-12);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_unit_of_measurement_does_not_matter() => Prop.ForAll(_pairs, pair =>
    {
        Pair scaled = new([.. pair.First.Select(Other)], [.. pair.Second.Select(Other)]);

        Test(scaled, ChangeDirection.Increase).ShouldBe(Test(pair, ChangeDirection.Increase));

        static double Other(double value) => (1000 * value) + 7;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_worse_new_version_is_never_judged_better() => Prop.ForAll(_pairs, pair =>
    {
        var before = Test(pair, ChangeDirection.Increase);
        var worse = Test(pair with { First = [.. pair.First.Select(value => value + 1)] }, ChangeDirection.Increase);

        worse.CliffsDelta.ShouldBeGreaterThanOrEqualTo(before.CliffsDelta);
        worse.U.ShouldBeGreaterThanOrEqualTo(before.U);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Figures_are_probabilities_and_effects() => Prop.ForAll(_pairs, pair =>
    {
        foreach (var method in Enum.GetValues<TestMethod>())
        {
            foreach (var direction in Enum.GetValues<ChangeDirection>())
            {
                var result = MannWhitney.Test(pair.First, pair.Second, direction, method);
                result.PValue.ShouldBeInRange(0, 1 + 1e-12);
                result.CliffsDelta.ShouldBeInRange(-1, 1);
            }
        }
    }).QuickCheckThrowOnFailure();

    private static MannWhitneyResult Test(Pair pair, ChangeDirection direction) => MannWhitney.Test(pair.First, pair.Second, direction);

    private static double Wins(double[] first, double[] second) =>
        first.Sum(one => second.Sum(other => one > other ? 1 : one == other ? 0.5 : 0));

    private static Gen<double[]> Samples(int least, int most) => Gen.Choose(least, most).SelectMany(count => Gen.ArrayOf(_value, count));

    private sealed record Pair(double[] First, double[] Second);
}
