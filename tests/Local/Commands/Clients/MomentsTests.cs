using Sluice.Local.Commands.Clients;

namespace Sluice.Local.Tests.Commands.Clients;

public sealed class MomentsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-3, "0 s ago")]
    [InlineData(59, "59 s ago")]
    [InlineData(60, "1 min ago")]
    [InlineData(3600, "1 h ago")]
    [InlineData(2 * 86400, "2 d ago")]
    [InlineData(20 * 86400, "2026-02-09")]
    public void Past_moments_are_told_in_one_unit(int seconds, string expected) => Moments.Ago(Now.AddSeconds(-seconds), Now).ShouldBe(expected);

    [Theory]
    [InlineData(7 * 86400 - 5, "6 d left")]
    [InlineData(90, "1 min 30 s left")]
    [InlineData(0, "")]
    public void What_is_left_is_told_in_days_while_it_is_long(int seconds, string expected) => Moments.Left(Now.AddSeconds(seconds), Now).ShouldBe(expected);

    [Fact]
    public void Absolute_moments_are_of_the_place() =>
        Moments.At(Now, TimeZoneInfo.CreateCustomTimeZone("here", TimeSpan.FromHours(2), "here", "here")).ShouldBe("2026-03-01 14:00:00");
}
