using System.Diagnostics;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.CrashingSuite;

/// <summary>Where the process kills itself (SIGKILL): as soon as a machine's call was answered, so that it is made and nobody has noted it.</summary>
internal static class CrashPoint
{
    /// <summary>Asks of each answered call of a machine what to say of it before the end; null lives on.</summary>
    public static Action<TaskCall> Of(string machine, Func<TaskCall, string?> saying) => call =>
    {
        if (call.ExecutionArn.Contains($":{machine}:", StringComparison.Ordinal) && saying(call) is { } words)
        {
            Console.WriteLine(words);
            Process.GetCurrentProcess().Kill();
        }
    };
}
