using System.Collections.Concurrent;
using Sluice.Local.Cloud.Files;
using Sluice.Local.Cloud.Processes;
using Sluice.Local.Guarding;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.Functions.Runtime;

/// <summary>What function processes need of this machine.</summary>
internal sealed record FunctionHost(FunctionEnvironment Environment, ProcessLedger Ledger, string LogFolder, IIds Ids, TimeProvider Time, Unattended Unattended)
{
    private readonly ConcurrentDictionary<string, BoundedLog> _logs = new(StringComparer.Ordinal);

    public Action<Exception> WriteFailed { get; init; } = static _ => { };

    public BoundedLog LogOf(string functionName) =>
        _logs.GetOrAdd(functionName, name => new BoundedLog(Path.Combine(LogFolder, name + ".log")) { Failed = WriteFailed });
}
