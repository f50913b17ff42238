using System.Collections.Concurrent;
using System.Diagnostics;

namespace Sluice.Local.Cloud.Processes;

/// <summary>
/// Starts programs on one thread that lives as long as this process. What is to end "with its parent" ends with the parent's thread (prctl(2), PR_SET_PDEATHSIG), and threads of the pool end whenever there
/// is little to do.
/// </summary>
internal static class StarterThread
{
    private static readonly BlockingCollection<Action> Starts = [];

#pragma warning disable RS0030 // What a start throws is its caller's.
    static StarterThread() => new Thread(Run) { IsBackground = true, Name = "Starter of programs" }.Start();
#pragma warning restore RS0030

    /// <exception cref="IOException">It did not start.</exception>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program or folder.</exception>
    public static Process Start(ProcessStartInfo info)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        Starts.Add(() =>
        {
            try
            {
                started.SetResult(Process.Start(info) ?? throw new IOException($"{info.FileName} did not start."));
            }
            catch (Exception e)
            {
                started.SetException(e);
            }
        });
        return started.Task.GetAwaiter().GetResult();
    }

    private static void Run()
    {
        foreach (var start in Starts.GetConsumingEnumerable())
        {
            start();
        }
    }
}
