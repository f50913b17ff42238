using Sluice.Pipelines.Sources;

namespace Sluice.Pipelines.Tests.Sources;

public sealed class PollPaceTests
{
    private const string Remote = "https://example.com/app.git";

    [Fact]
    public void A_folder_is_looked_at_as_often_whether_it_can_be_read_or_not()
    {
        PollPace.Default.Next("/srv/app", 0).ShouldBe(TimeSpan.FromSeconds(10));
        PollPace.Default.Next("file:///srv/app", 9).ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData(0, 60)]
    [InlineData(1, 60)]
    [InlineData(2, 120)]
    [InlineData(3, 240)]
    [InlineData(4, 480)]
    [InlineData(5, 900)]
    [InlineData(1000, 900)]
    public void Each_failure_doubles_the_pause_to_a_quarter_of_an_hour(int failures, double seconds)
    {
        PollPace.Default.Pause(failures).TotalSeconds.ShouldBe(seconds);
        PollPace.Default.Next(Remote, failures).TotalSeconds.ShouldBeInRange(seconds * 0.9, seconds * 1.1);
    }

    [Fact]
    public void A_slower_pace_than_a_quarter_of_an_hour_is_kept() =>
        (PollPace.Default with { Remote = TimeSpan.FromHours(1) }).Pause(7).ShouldBe(TimeSpan.FromHours(1));

    [Fact]
    public void What_the_host_asks_for_is_kept_to_up_to_an_hour()
    {
        PollPace.Default.Next(Remote, 1, TimeSpan.FromMinutes(7)).ShouldBe(TimeSpan.FromMinutes(7));
        PollPace.Default.Next(Remote, 1, TimeSpan.FromDays(7)).ShouldBe(TimeSpan.FromHours(1));
        PollPace.Default.Next(Remote, 3, TimeSpan.FromSeconds(1)).ShouldBeGreaterThan(TimeSpan.FromMinutes(3));
        PollPace.Default.Next(Remote, 1, TimeSpan.FromSeconds(-9)).ShouldBeGreaterThan(TimeSpan.FromSeconds(50));
    }

    [Fact]
    public void Those_that_failed_together_do_not_come_back_together()
    {
        var pauses = Enumerable.Range(0, 40).Select(number => PollPace.Default.Next($"https://example.com/{number}.git", 1).TotalSeconds).ToList();

        pauses.Distinct().Count().ShouldBeGreaterThan(35);
        (pauses.Max() - pauses.Min()).ShouldBeGreaterThan(8);
    }
}
