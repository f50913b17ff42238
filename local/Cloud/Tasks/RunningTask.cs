using Sluice.Local.Cloud.Processes;

namespace Sluice.Local.Cloud.Tasks;

/// <summary>A task from its start to its end.</summary>
/// <param name="Wanted">What was asked for.</param>
internal sealed record RunningTask(string Arn, WantedTask Wanted, DateTimeOffset StartedAt, LastLines Errors, ProcessSpec Spec, ChildProcess Process);
