using Sluice.Deployments.Statistics;

namespace Sluice.Deployments.Tests.Statistics;

/// <summary>Held to the hypergeometric distribution added up in whole numbers; the first is the tea tasting of Fisher (1935).</summary>
public sealed class FisherTestTests
{
    [Theory]
    [InlineData(3, 4, 1, 4, 0.24285714285714285, 0.9857142857142858)]
    [InlineData(10, 250, 0, 250, 0.0008909515133358958, 1)]
    [InlineData(5, 100, 9, 900, 0.008709992352168149, 0.998666060478678)]
    [InlineData(8, 14, 1, 10, 0.02449858662000269, 0.9984688383362499)]
    [InlineData(2, 50, 30, 450, 0.8525721214264309, 0.35869979305575167)]
    [InlineData(0, 50, 2, 450, 1, 0.8098196392785572)]
    [InlineData(1000, 20_000, 9000, 180_000, 0.5051844706319667, 0.5084579149112052)]
    [InlineData(180, 240, 0, 2160, 1.745403572114211e-219, 1)]
    [InlineData(150, 3000, 270, 27_000, 1.8913544644571266e-46, 1)]
    [InlineData(0, 50, 0, 450, 1, 1)]
    [InlineData(50, 50, 450, 450, 1, 1)]
    public void Counts_as_whole_numbers_do(double part, double whole, double oldPart, double oldWhole, double atLeast, double atMost)
    {
        Test(ChangeDirection.Increase).ShouldBe(atLeast, atLeast * 1e-7);
        Test(ChangeDirection.Decrease).ShouldBe(atMost, atMost * 1e-7);
        Test(ChangeDirection.Either).ShouldBe(Math.Min(1, 2 * Math.Min(atLeast, atMost)), 1e-7);

        double Test(ChangeDirection direction) => FisherTest.PValue(new Proportion(part, whole), new Proportion(oldPart, oldWhole), direction);
    }
}
