namespace Sluice.Deployments.Model;

/// <summary>That a deployment must not go on, why and since when. The first stop stays.</summary>
public sealed record Stop(StopCause Cause, string Message, DateTimeOffset Time)
{
    /// <summary>The name of the error that the machine caught, if one was the cause.</summary>
    public string? Error { get; init; }

    /// <summary>Whether who asked for it wants the traffic back; null leaves that to the deployment's configuration.</summary>
    public bool? Rollback { get; init; }
}
