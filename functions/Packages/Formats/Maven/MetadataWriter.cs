using System.Text;
using System.Xml;
using System.Xml.Linq;
using Sluice.Packages.Model;

namespace Sluice.Packages.Formats.Maven;

/// <summary>Writes maven-metadata.xml. It is made of what is here: the same as long as that is the same, so that its checksums hold.</summary>
internal static class MetadataWriter
{
    /// <summary>Of an artifact.</summary>
    /// <param name="id">The artifact.</param>
    /// <param name="versions">In their order.</param>
    /// <param name="lastUpdated">When it last changed, as Maven writes times.</param>
    public static byte[] Artifact(PackageId id, IReadOnlyList<string> versions, string? lastUpdated)
    {
        var release = versions.LastOrDefault(version => !version.EndsWith(MavenPath.Snapshot, StringComparison.Ordinal));
        return Bytes(new XElement(
            "metadata",
            new XElement("groupId", id.Namespace),
            new XElement("artifactId", id.Name),
            new XElement(
                "versioning",
                versions.Count == 0 ? null : new XElement("latest", versions[^1]),
                release is null ? null : new XElement("release", release),
                new XElement("versions", versions.Select(version => new XElement("version", version))),
                lastUpdated is null ? null : new XElement("lastUpdated", lastUpdated))));
    }

    /// <summary>Of a snapshot: its last build.</summary>
    public static byte[] Snapshot(PackageId id, string folder, StoredVersion newest)
    {
        var (updated, build) = (Moment(newest.PublishedAt ?? newest.CreatedAt), MavenPath.BuildOf(newest.Version));
        return Bytes(new XElement(
            "metadata",
            new XAttribute("modelVersion", "1.1.0"),
            new XElement("groupId", id.Namespace),
            new XElement("artifactId", id.Name),
            new XElement("version", folder),
            new XElement(
                "versioning",
                build is var (time, number) ? new XElement("snapshot", new XElement("timestamp", time), new XElement("buildNumber", number)) : null,
                new XElement("lastUpdated", updated),
                new XElement("snapshotVersions", newest.Assets.Select(asset => File(asset.Name[(id.Name.Length + 1 + newest.Version.Length)..], newest.Version, updated))))));
    }

    /// <summary>As Maven writes times.</summary>
    public static string Moment(DateTimeOffset time) => $"{time.ToUniversalTime():yyyyMMddHHmmss}";

    /// <param name="end">What follows the version in the file's name: <c>-CLASSIFIER.EXTENSION</c> or <c>.EXTENSION</c>.</param>
    /// <param name="version">The build.</param>
    /// <param name="updated">When.</param>
    private static XElement File(string end, string version, string updated)
    {
        var dot = end.IndexOf('.', StringComparison.Ordinal) is >= 0 and var place ? place : end.Length;
        return new XElement(
            "snapshotVersion",
            dot > 1 ? new XElement("classifier", end[1..dot]) : null,
            new XElement("extension", dot < end.Length ? end[(dot + 1)..] : ""),
            new XElement("value", version),
            new XElement("updated", updated));
    }

    private static byte[] Bytes(XElement root)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineChars = "\n" }))
        {
            root.Save(writer);
        }

        return bytes.ToArray();
    }
}
