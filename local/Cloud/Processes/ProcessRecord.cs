using Sluice.BuildContract;

namespace Sluice.Local.Cloud.Processes;

/// <summary>A process of ours as it is remembered on disk.</summary>
/// <param name="Pid">Its id, which the system gives to another one later.</param>
/// <param name="Started">When it started, as the system tells: with the id it is this process and no other.</param>
/// <param name="IsGroup">It leads a process group, which is to be ended with it.</param>
/// <param name="Mark">The value of <see cref="MarkVariable"/> in its environment and in that of all that it starts; null of those started before there were marks.</param>
internal sealed record ProcessRecord(int Pid, string Started, bool IsGroup, string? Mark = null)
{
    /// <summary>The variable whose random value tells what a process started, wherever that has gone since.</summary>
    public const string MarkVariable = RunnerVariables.Mark;
}
