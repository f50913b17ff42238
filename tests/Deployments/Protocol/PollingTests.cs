using Sluice.Deployments.Protocol;

namespace Sluice.Deployments.Tests.Protocol;

/// <summary>What has to come is looked for at growing distances, and for as long as it may take.</summary>
public sealed class PollingTests
{
    private static readonly Move _install = new(MoveKind.Install, "Install", null, 0, null) { DeadlineSeconds = 60 };

    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(2, 1, 2)]
    [InlineData(3, 3, 4)]
    [InlineData(5, 15, 16)]
    [InlineData(6, 31, 30)]
    [InlineData(7, 61, 30)]
    [InlineData(8, 91, 30)]
    public void Each_look_comes_after_all_waits_before_it(int attempt, int waited, int pause) => (Polling.Waited(attempt), Polling.Pause(attempt)).ShouldBe((waited, pause));

    [Theory]
    [InlineData(6, 31, true)]
    [InlineData(6, 32, false)]
    [InlineData(7, 60, true)]
    [InlineData(7, 61, true)]
    [InlineData(7, 62, false)]
    public void It_is_over_when_the_deadline_was_waited_for(int attempt, int deadline, bool over) =>
        Polling.IsOver(Midway.Begun() with { Attempt = attempt }, _install with { DeadlineSeconds = deadline }).ShouldBe(over);

    [Theory]
    [InlineData(1, 59)]
    [InlineData(5, 29)]
    [InlineData(6, 0)]
    [InlineData(9, 0)]
    public void The_next_look_tells_what_is_left(int attempt, int seconds)
    {
        var next = Polling.Next(Midway.Begun() with { Attempt = attempt }, _install, Midway.Now);

        (next.Attempt, next.Deadline, next.LeaseUntil > Midway.Now).ShouldBe((attempt + 1, Midway.Now.AddSeconds(seconds), true));
    }
}
