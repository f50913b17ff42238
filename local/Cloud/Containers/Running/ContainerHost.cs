using Sluice.Local.Cloud.LoadBalancers.Targets;
using Sluice.Local.Cloud.Processes;
using Sluice.Local.Guarding;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.Containers.Running;

/// <summary>What tasks need of this machine.</summary>
/// <param name="Logs">The folder of their logs.</param>
internal sealed record ContainerHost(
    ProgramEnvironment Environment, ProcessLedger Ledger, TargetFleet Targets, LoopbackPorts Ports, string Logs, TimeProvider Time, IIds Ids, Unattended Unattended)
{
    /// <summary>Told of a line of a log that could not be written.</summary>
    public Action<Exception> WriteFailed { get; init; } = static _ => { };
}
