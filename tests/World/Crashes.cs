namespace Sluice.World;

/// <summary>Counts calls to the world and kills the caller just before or just after one of them.</summary>
internal sealed class Crashes
{
    public int Calls { get; private set; }

    /// <summary>Which call is the fatal one, from 1; 0 is none.</summary>
    public int At { get; set; }

    public bool After { get; set; }

    public bool Happened { get; private set; }

    public async Task<T> Around<T>(Func<Task<T>> call)
    {
        var fatal = ++Calls == At;
        Happened |= fatal;
        if (fatal && !After)
        {
            throw new ProcessKilledException();
        }

        var result = await call();
        return fatal ? throw new ProcessKilledException() : result;
    }
}
