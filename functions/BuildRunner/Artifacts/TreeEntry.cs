namespace Sluice.BuildRunner.Artifacts;

/// <summary>What a walk through a folder found.</summary>
/// <param name="Path">Relative to where the walk began, divided by slashes.</param>
/// <param name="Real">Where it is, links followed.</param>
/// <param name="MayBeFile">It is a file, or (with a fault) could be one.</param>
/// <param name="MayBeFolder">It is a folder, or (with a fault) could be one.</param>
internal sealed record TreeEntry(string Path, string Real, bool MayBeFile, bool MayBeFolder)
{
    /// <summary>Why it cannot be in an artifact ("is a socket"); null if it can.</summary>
    public string? Fault { get; init; }

    /// <summary>The path for messages, which may differ from what .NET takes its name for.</summary>
    public string Shown { get; init; } = Path;

    /// <summary>It is a link to a folder that it is in, which would never end.</summary>
    public bool IsLoop { get; init; }

    /// <summary>Where it points to, relative to where it is, if it is a link that is wanted as one.</summary>
    public string? LinkTarget { get; init; }

    public bool CanBeEntered => MayBeFolder && Fault is null && !IsLoop;
}
