namespace Sluice.Local.Host.Data;

/// <summary>Who has a data folder, for the message to who else wants it, and for commands that are clients of it.</summary>
internal sealed record FolderOwner(int ProcessId, string CommandLine)
{
    /// <summary>Where it listens; null as long as it does not.</summary>
    public Uri? Url { get; init; }
}
