using Sluice.Deployments.Model.Traffic;
using Sluice.Deployments.Platforms.Lambda;

namespace Sluice.Deployments.Tests.Protocol;

public sealed class AliasAnswerTests
{
    [Fact]
    public void A_weight_of_zero_is_no_traffic() => Answer(("2", 0m)).Traffic().ShouldBe(TrafficSplit.All("1"));

    [Fact]
    public void A_weight_is_a_part() => Answer(("2", 0.001m)).Traffic().ShouldBe(TrafficSplit.Split("1", "2", 0.1m));

    [Fact]
    public void Of_two_weights_only_the_one_of_zero_is_left_out() => Answer(("2", 0.25m), ("3", 0m)).Traffic().ShouldBe(TrafficSplit.Split("1", "2", 25));

    [Fact]
    public void Without_routing_all_goes_to_its_version()
    {
        new AliasAnswer("1", "r", null, null).Traffic().ShouldBe(TrafficSplit.All("1"));
        new AliasAnswer("1", "r", new AliasRouting(null), null).Traffic().ShouldBe(TrafficSplit.All("1"));
    }

    [Theory]
    [InlineData("Lambda.ResourceNotFoundException", true)]
    [InlineData("Lambda.ServiceException", false)]
    [InlineData(null, false)]
    public void It_is_missing_only_if_Lambda_says_so(string? error, bool isMissing) => new AliasAnswer(null, null, null, error).IsMissing().ShouldBe(isMissing);

    private static AliasAnswer Answer(params (string Version, decimal Weight)[] weights) =>
        new("1", "r", new AliasRouting(weights.ToDictionary(weight => weight.Version, weight => weight.Weight)), null);
}
