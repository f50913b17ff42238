using Sluice.Platform.Json;

namespace Sluice.Deployments.Model;

/// <summary>What only one kind of platform has to remember while a deployment goes on.</summary>
[Kinds]
public abstract record Progress
{
    /// <summary>How near the replacement was to what the current step waits for when it was last looked at, in words.</summary>
    public string? Condition { get; init; }
}
