using Sluice.Platform.Runs;

namespace Sluice.Platform.Tests.Runs;

public sealed class ParkedTaskTests
{
    [Fact]
    public void Its_token_is_in_no_text() => $"{new ParkedTask("secret", 2)}".ShouldNotContain("secret");

    [Theory]
    [InlineData(0, 1, true)]
    [InlineData(1, 1, false)]
    [InlineData(2, 1, false)]
    public void A_late_delivery_does_not_take_the_place_of_a_newer_one(int retry, int parked, bool late) =>
        new ParkedTask("a", retry).IsOlderThan(new ParkedTask("b", parked)).ShouldBe(late);

    [Fact]
    public void The_first_one_is_never_late() => new ParkedTask("a", 0).IsOlderThan(null).ShouldBeFalse();
}
