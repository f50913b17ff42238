using Sluice.Local.Cloud.Alarms;
using Sluice.Local.Guarding;
using Sluice.Local.StateMachines.Time;
using Sluice.Local.Tests.Guarding;

namespace Sluice.Local.Tests.Cloud.Alarms;

public sealed class AlarmClockTests
{
    [Fact]
    public void What_fails_when_it_rings_is_told_and_it_rings_again()
    {
        var (time, faults, rings) = (new VirtualTime(DateTimeOffset.UnixEpoch), new HeardFaults(), 0);
        time.Run(async () =>
        {
            await using var clock = new AlarmClock(time, new Unattended(faults, time), () =>
            {
                rings++;
                throw new InvalidOperationException("broken");
            });
            clock.Start();
            clock.Next(time.GetUtcNow().AddSeconds(1));
            await Task.Delay(TimeSpan.FromSeconds(2), time);
            clock.Next(time.GetUtcNow().AddSeconds(1));
            await Task.Delay(TimeSpan.FromSeconds(2), time);
        });

        rings.ShouldBe(2);
        faults.Texts.ShouldBe(Enumerable.Repeat("The evaluation of alarms failed: broken. The rest goes on.", 2));
    }
}
