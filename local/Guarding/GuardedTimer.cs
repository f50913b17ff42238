namespace Sluice.Local.Guarding;

/// <summary>The one place where timers are made: what their callback throws is told. On a timer's own thread it would end the process.</summary>
internal static class GuardedTimer
{
    public static ITimer Create(TimeProvider time, Action body, Action<Exception> failed, TimeSpan due, TimeSpan period)
    {
#pragma warning disable RS0030 // Here it is guarded.
        return time.CreateTimer(_ => Run(body, failed), null, due, period);
#pragma warning restore RS0030
    }

    private static void Run(Action body, Action<Exception> failed)
    {
        try
        {
            body();
        }
        catch (Exception e)
        {
            failed(e);
        }
    }
}
