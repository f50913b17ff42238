namespace Sluice.Pipelines.Sources;

/// <summary>The fault is the host's, or on the way to it: its other repositories would find the same.</summary>
internal sealed class HostFaultException(string message, TimeSpan? retryAfter = null) : Exception(message)
{
    /// <summary>What the host asked for.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
