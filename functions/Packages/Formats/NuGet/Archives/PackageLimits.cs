namespace Sluice.Packages.Formats.NuGet.Archives;

/// <summary>What an archive of a package may be, in bytes where nothing else is said.</summary>
internal static class PackageLimits
{
    /// <summary>Of the archive: CodeArtifact's own limit of an asset.</summary>
    public const long Archive = 5L * 1024 * 1024 * 1024;

    /// <summary>How many entries.</summary>
    public const int Entries = 50_000;

    /// <summary>Of the list of entries at its end.</summary>
    public const int Directory = 16 * 1024 * 1024;

    /// <summary>Of all entries, unpacked.</summary>
    public const long Unpacked = 16L * 1024 * 1024 * 1024;

    /// <summary>Of the readme, unpacked: nuget.org's own limit.</summary>
    public const int Readme = 1024 * 1024;
}
