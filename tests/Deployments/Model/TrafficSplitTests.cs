using Sluice.Deployments.Model.Traffic;

namespace Sluice.Deployments.Tests.Model;

public sealed class TrafficSplitTests
{
    private static readonly TrafficSplit _three = new("1", new Dictionary<string, decimal> { ["2"] = 0.25m, ["3"] = 0.005m, ["4"] = 0m });

    [Fact]
    public void The_main_receiver_has_what_is_left() =>
        _three.Shares().ShouldBe(new Dictionary<string, decimal> { ["1"] = 0.745m, ["2"] = 0.25m, ["3"] = 0.005m, ["4"] = 0m }, ignoreOrder: true);

    [Fact]
    public void Who_gets_nothing_is_not_described() => _three.Describe(name => $"version {name}").ShouldBe("74.5 % to version 1, 25 % to version 2, 0.5 % to version 3");

    [Fact]
    public void From_another_receiver_it_is_the_same_traffic()
    {
        _three.SeenFrom("2").ShouldBe(new TrafficSplit("2", new Dictionary<string, decimal> { ["1"] = 0.745m, ["3"] = 0.005m }));
        TrafficSplit.Split("1", "2", 100).SeenFrom("2").ShouldBe(TrafficSplit.All("2"));
    }

    [Theory]
    [InlineData("1", "2", 10, true)]
    [InlineData("2", "1", 90, false)]
    [InlineData("1", "3", 10, false)]
    [InlineData("1", "2", 11, false)]
    public void Is_equal_by_its_shares(string main, string other, int percent, bool equal) =>
        TrafficSplit.Split("1", "2", 10).Equals(TrafficSplit.Split(main, other, percent)).ShouldBe(equal);

    [Fact]
    public void More_receivers_are_another_split()
    {
        TrafficSplit.All("1").Equals(TrafficSplit.Split("1", "2", 0)).ShouldBeFalse();
        TrafficSplit.Split("1", "2", 10).Equals(null).ShouldBeFalse();
    }
}
