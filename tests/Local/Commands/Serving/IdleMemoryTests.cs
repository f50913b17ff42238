using Sluice.Local.Commands.Serving;
using Sluice.Local.StateMachines.Time;

namespace Sluice.Local.Tests.Commands.Serving;

public sealed class IdleMemoryTests
{
    private const long Mega = 1024 * 1024;

    [Theory]
    [InlineData("quiet after work: once", new long[] { 30, 30, 30, 30 }, new[] { 20 })]
    [InlineData("never while it works", new long[] { 30, 40, 50, 60 }, new int[0])]
    [InlineData("not for next to nothing", new long[] { 30, 30, 31, 31, 31 }, new[] { 20 })]
    [InlineData("again after more work", new long[] { 30, 30, 50, 50, 50 }, new[] { 20, 40 })]
    [InlineData("a little goes on all the time", new long[] { 1, 1, 2, 2, 3, 3 }, new[] { 60 })]
    public void Memory_is_given_back_in_quiet_times_if_there_is_some(string why, long[] allocatedMegabytes, int[] atSeconds)
    {
        var time = new VirtualTime(DateTimeOffset.UnixEpoch);
        var looks = new Queue<long>(allocatedMegabytes.Select(megabytes => megabytes * Mega));
        var given = new List<int>();
        using var stop = new CancellationTokenSource();
        var memory = new IdleMemory(looks.Dequeue, () => given.Add((int)time.GetUtcNow().ToUnixTimeSeconds()), time);

        time.Run(async () =>
        {
            var running = memory.RunAsync(stop.Token);
            await Task.Delay(TimeSpan.FromSeconds((10 * allocatedMegabytes.Length) + 5), time);
            await stop.CancelAsync();
            await running;
        });

        given.ShouldBe(atSeconds, ignoreOrder: false, why);
    }
}
