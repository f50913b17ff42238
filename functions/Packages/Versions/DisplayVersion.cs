using Sluice.Packages.Model;

namespace Sluice.Packages.Versions;

/// <summary>Which version stands for a package. Pure.</summary>
internal static class DisplayVersion
{
    private const string Latest = "latest";

    /// <summary>npm's is the one that is tagged as the latest; else it is what was published last. Null if nothing is.</summary>
    public static string? Of(PackageFormat format, IReadOnlyList<StoredVersion> versions, IReadOnlyDictionary<string, string> tags) =>
        format is PackageFormat.npm && tags.TryGetValue(Latest, out var tagged) && versions.Any(version => version.Version == tagged) ? tagged
        : versions.Where(version => version.IsListed).MaxBy(version => (version.PublishedAt, version.Version))?.Version;
}
