namespace Sluice.Pipelines.Sources;

/// <summary>A source's branch cannot be read; <see cref="Exception.Message"/> is for a person and has no credentials in it.</summary>
public sealed class SourceUnavailableException(string message) : Exception(message)
{
    /// <summary>How long the host wants to be left alone; null if it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether nobody was asked, since the host is left alone for what it answered before.</summary>
    public bool IsOfHost { get; init; }
}
