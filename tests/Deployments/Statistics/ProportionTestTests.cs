using Sluice.Deployments.Statistics;

namespace Sluice.Deployments.Tests.Statistics;

public sealed class ProportionTestTests
{
    [Fact]
    public void Failures_that_come_evenly_keep_the_exact_probability()
    {
        var result = Test(Enumerable.Repeat(2, 5), Enumerable.Repeat(0, 5));

        (result.First, result.Second, result.Variance).ShouldBe((new Proportion(10, 250), new Proportion(0, 250), 1));
        result.PValue.ShouldBe(result.ExactPValue);
    }

    [Fact]
    public void A_burst_of_one_version_is_one_fact()
    {
        var result = Test([0, 0, 25, 0, 0, 0, 0, 0, 0, 0], Enumerable.Repeat(0, 10));

        result.ExactPValue.ShouldBeLessThan(1e-7);
        result.PValue.ShouldBeGreaterThan(0.1);
    }

    [Fact]
    public void A_burst_that_both_versions_share_is_none_of_either()
    {
        var shared = Test([3, 0, 50, 4, 3, 2, 4, 2, 3, 4], [0, 0, 50, 0, 0, 0, 0, 0, 0, 0]);

        shared.Variance.ShouldBeLessThan(2.5);
        shared.PValue.ShouldBeLessThan(0.03);
    }

    private static ProportionResult Test(IEnumerable<int> now, IEnumerable<int> before) =>
        ProportionTest.Test([.. now.Zip(before, (one, other) => new ProportionPair(new Proportion(one, 50), new Proportion(other, 50)))], ChangeDirection.Increase);
}
