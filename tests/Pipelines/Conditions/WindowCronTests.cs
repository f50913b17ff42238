using Sluice.Pipelines.Conditions;

namespace Sluice.Pipelines.Tests.Conditions;

public sealed class WindowCronTests
{
    // 2026-11-27 is a Friday.
    [Theory]
    [InlineData("0 * 9-17 ? * MON-FRI *", null, "2026-11-27T09:30:00Z", 0)]
    [InlineData("0 * 9-17 ? * MON-FRI *", null, "2026-11-27T08:30:00Z", 1800)]
    [InlineData("0 * 9-17 ? * 2-6", null, "2026-11-28T12:00:00Z", 162000)]
    [InlineData("0 * 9-17 ? * MON-FRI", "America/New_York", "2026-11-27T13:30:00Z", 1800)]
    [InlineData("0 0 0 1 1 ? 2027", null, "2026-12-31T23:59:00Z", 60)]
    [InlineData("0 0 12 L * ?", null, "2026-11-30T11:00:00Z", 3600)]
    [InlineData("0 0 12 ? * 6#1", null, "2026-12-04T11:00:00Z", 3600)]
    [InlineData("30 15 10 ? * *", null, "2026-11-27T10:15:40Z", 0)]
    public void Says_how_long_it_is_until_the_window_is_open(string cron, string? zone, string now, int seconds) =>
        WindowCron.Parse(cron, zone).Until(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void A_window_that_is_past_never_opens() => WindowCron.Parse("0 0 0 1 1 ? 2020", null).Until(DateTimeOffset.Parse("2026-01-01T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture)).ShouldBeNull();

    [Theory]
    [InlineData("* * * * *", null, "six or seven fields")]
    [InlineData("0 0 25 ? * *", null, "")]
    [InlineData("0 0 9 ? * 8", null, "1 (Sunday) to 7")]
    [InlineData("0 0 9 ? * * soon", null, "'soon' is no year")]
    [InlineData("0 0 9 ? * *", "Mars/Olympus", "no time zone")]
    public void What_is_no_window_is_told(string cron, string? zone, string why) => Should.Throw<FormatException>(() => WindowCron.Parse(cron, zone)).Message.ShouldContain(why);
}
