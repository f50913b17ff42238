using Sluice.Deployments.Model.Traffic;
using Sluice.Deployments.Protocol;

namespace Sluice.Deployments.Tests.Protocol;

/// <summary>What someone else did is told with what this deployment had done, or was about to do.</summary>
public sealed class ForeignChangeTests
{
    private static readonly TrafficSplit _found = TrafficSplit.Split("1", "9", 30);

    [Fact]
    public void What_was_seen_to_be_set_was_set() => ForeignChange.Message(Midway.Watched(), _found).ShouldBe(
        "someone else changed fn:live: it sends 70 % to version 1, 30 % to version 9, and this deployment set it to 90 % to version 1, 10 % to version 2. It is left as it is.");

    [Fact]
    public void What_was_not_was_about_to_be_set() => ForeignChange.Message(Midway.Begun(), _found).ShouldEndWith(
        ", and this deployment was about to set it from 100 % to version 1 to 90 % to version 1, 10 % to version 2. It is left as it is.");

    [Fact]
    public void Of_what_was_before_it_may_know_nothing() => ForeignChange.Message(Midway.Begun() with { Intent = Midway.Begun().Intent! with { Before = null } }, _found).ShouldEndWith(
        ", and this deployment set it to 90 % to version 1, 10 % to version 2. It is left as it is.");

    [Fact]
    public void Nothing_was_set_and_nothing_is_there() =>
        ForeignChange.Message(Midway.Planned(), null).ShouldBe("someone else changed fn:live: it is gone, and this deployment set it to nothing. It is left as it is.");
}
