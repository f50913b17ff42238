using Sluice.Pipelines.Providers.Calls;
using Sluice.Platform.Json;

namespace Sluice.Pipelines.Providers.StateMachines;

/// <summary>An execution of a user's state machine that is waited for.</summary>
[Kind("execution")]
internal sealed record ExecutionProgress : CallingProgress
{
    /// <summary>The execution; null until it is started.</summary>
    public string? ExecutionArn { get; init; }

    /// <summary>How often it was looked at.</summary>
    public int Looks { get; init; }
}
