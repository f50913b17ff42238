namespace Sluice.Platform.Connections;

/// <summary>A git host does not do what it was asked; the message says what it answered, and no secret.</summary>
public sealed class GitHostRefusedException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether it may do it when it is asked again: it did not answer, or says that it cannot now.</summary>
    public bool MayPass { get; init; }
}
