using System.Xml.Linq;

namespace Sluice.Packages.Formats.Maven;

/// <summary>What a maven-metadata.xml of somebody's says.</summary>
/// <param name="Group">Null where it says nothing.</param>
/// <param name="Artifact">Null where it says nothing.</param>
/// <param name="Versions">Those of the artifact, or those of a snapshot's builds.</param>
/// <param name="LastUpdated">As it is written; null where it says nothing.</param>
/// <param name="HasPlugins">Whether it is that of a group of plugins.</param>
internal sealed record MetadataDocument(string? Group, string? Artifact, IReadOnlyList<string> Versions, string? LastUpdated, bool HasPlugins)
{
    private const int MostVersions = 200_000;

    /// <exception cref="InvalidDataException">It is none. The message follows its name.</exception>
    public static MetadataDocument Read(byte[] content)
    {
        var root = SafeXml.Read(content, "metadata");
        var versioning = root.Child("versioning");
        var versions = versioning?.Child("versions")?.Children("version").Select(version => version.Value.Trim()) ?? [];
        var builds = versioning?.Child("snapshotVersions")?.Children("snapshotVersion").Select(build => build.Text("value") ?? "") ?? [];
        return new MetadataDocument(
            root.Text("groupId"), root.Text("artifactId"), [.. versions.Concat(builds).Concat(Build(root, versioning)).Where(version => version.Length > 0).Distinct(StringComparer.Ordinal).Take(MostVersions)],
            versioning?.Text("lastUpdated"), root.Child("plugins") is not null);
    }

    /// <summary>The last build of a snapshot, as older clients tell it.</summary>
    private static IEnumerable<string> Build(XElement root, XElement? versioning) =>
        versioning?.Child("snapshot") is { } snapshot && root.Text("version") is { } version && version.EndsWith(MavenPath.Snapshot, StringComparison.Ordinal) && snapshot.Text("timestamp") is { } time && snapshot.Text("buildNumber") is { } number
            ? [$"{version[..^MavenPath.Snapshot.Length]}-{time}-{number}"]
            : [];
}
