namespace Sluice.Packages.Resolving;

/// <summary>A version that a registry outside has.</summary>
/// <param name="Version">As its format keeps it.</param>
/// <param name="ReleasedAt">When it was published there; null if that is not told.</param>
internal sealed record OutsideVersion(string Version, DateTimeOffset? ReleasedAt)
{
    /// <summary>What is told of: the version, or a file of it where files come one by one.</summary>
    public string Key { get; init; } = Version;
}
