using Sluice.Local.Commands;

namespace Sluice.Local.Tests.Commands;

public sealed class DurationsTests
{
    [Theory]
    [InlineData(0.012, "12 ms")]
    [InlineData(4.24, "4.2 s")]
    [InlineData(200, "3 min 20 s")]
    [InlineData(7505, "2 h 5 min")]
    public void Are_shown_in_the_unit_that_fits(double seconds, string text) => Durations.Show(TimeSpan.FromSeconds(seconds)).ShouldBe(text);

    [Theory]
    [InlineData(3.2, "4 s left")]
    [InlineData(59.5, "1 min 0 s left")]
    [InlineData(0, "")]
    [InlineData(-3, "")]
    public void A_second_that_has_begun_is_left(double seconds, string text) => Durations.Left(TimeSpan.FromSeconds(seconds)).ShouldBe(text);
}
