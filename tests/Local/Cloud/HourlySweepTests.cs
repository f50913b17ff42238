using Microsoft.Extensions.Logging.Abstractions;
using Sluice.Local.Cloud;
using Sluice.Local.Guarding;

namespace Sluice.Local.Tests.Cloud;

public sealed class HourlySweepTests
{
    [Fact]
    public async Task It_ends_once_however_often_it_is_told_and_before_it_began()
    {
        var (time, swept) = (new SetClock(), new SemaphoreSlim(0));
        var sweep = new HourlySweep("A sweep", _ => Task.FromResult(swept.Release()), new Unattended(NullLogger.Instance, time), time);
        await sweep.DisposeAsync();

        sweep.Start();
        await swept.WaitAsync(TestContext.Current.CancellationToken);
        await sweep.DisposeAsync();
        await sweep.DisposeAsync();

        swept.CurrentCount.ShouldBe(0);
        swept.Dispose();
    }
}
