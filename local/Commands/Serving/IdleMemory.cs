namespace Sluice.Local.Commands.Serving;

/// <summary>
/// Gives memory back when nothing has gone on for a while. A process that mostly waits is not made to collect by what it allocates: garbage of the last release would stay until the next one.
/// </summary>
/// <param name="allocated">How many bytes were allocated since the process started.</param>
/// <param name="giveBack">Collects and returns what is free to the system.</param>
internal sealed class IdleMemory(Func<long> allocated, Action giveBack, TimeProvider time)
{
    private const long Quiet = 1024 * 1024;
    private const long Worth = 2 * 1024 * 1024;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(10);

    /// <summary>That of this process.</summary>
    public static IdleMemory OfProcess(TimeProvider time) =>
        new(() => GC.GetTotalAllocatedBytes(), () => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true), time);

    /// <summary>Until it is asked to stop.</summary>
    public async Task RunAsync(CancellationToken asked)
    {
        var (looked, gaveBack) = (0L, 0L);
        while (await WaitAsync(asked))
        {
            var now = allocated();
            if (now - looked < Quiet && now - gaveBack > Worth)
            {
                giveBack();
                gaveBack = now;
            }

            looked = now;
        }
    }

    private async Task<bool> WaitAsync(CancellationToken asked)
    {
        await Task.Delay(Look, time, asked).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        return !asked.IsCancellationRequested;
    }
}
