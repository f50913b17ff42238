using System.Text.RegularExpressions;

namespace Sluice.Packages.Formats.Maven;

/// <summary>What a path of a Maven repository names.</summary>
/// <param name="Group">With dots.</param>
/// <param name="Artifact">The artifact.</param>
/// <param name="Folder">The version whose folder it is in, <c>1.0-SNAPSHOT</c> for all builds of a snapshot; null for the metadata of the artifact.</param>
/// <param name="Version">The version of the file: of a snapshot, that of its build. Null for metadata.</param>
/// <param name="File">The file's name, without the end of a checksum.</param>
/// <param name="Checksum">Which checksum of the file is meant, e.g. <c>sha1</c>; null for the file itself.</param>
internal sealed partial record MavenPath(string Group, string Artifact, string? Folder, string? Version, string File, string? Checksum)
{
    /// <summary>The list of versions, or of a snapshot's builds.</summary>
    public const string Metadata = "maven-metadata.xml";

    /// <summary>How the version of a snapshot ends.</summary>
    public const string Snapshot = "-SNAPSHOT";

    /// <summary>What is expected of a path, for messages.</summary>
    public const string Expected = "GROUP/PATH/ARTIFACT/VERSION/ARTIFACT-VERSION[-CLASSIFIER].EXTENSION, GROUP/PATH/ARTIFACT/maven-metadata.xml, or a checksum of one of them";

    private const int Longest = 255;
    private static readonly string[] Checksums = ["md5", "sha1", "sha256", "sha512"];

    /// <summary>Whether it is a list.</summary>
    public bool IsMetadata => File == Metadata;

    /// <summary>Whether it is the description of the version.</summary>
    public bool IsPom => File == $"{Artifact}-{Version}.pom";

    /// <summary>Where the file is in any Maven repository.</summary>
    public string Address => string.Join('/', new[] { Group.Replace('.', '/'), Artifact, Folder, File }.Where(part => part is not null).Select(part => string.Join('/', part!.Split('/').Select(Uri.EscapeDataString))));

    /// <summary>The path; null if it names nothing.</summary>
    public static MavenPath? Read(IReadOnlyList<string> segments)
    {
        if (segments.Count < 3 || !segments.All(IsPart))
        {
            return null;
        }

        var checksum = Checksums.FirstOrDefault(name => segments[^1].EndsWith($".{name}", StringComparison.Ordinal));
        var file = checksum is null ? segments[^1] : segments[^1][..^(checksum.Length + 1)];
        if (file == Metadata)
        {
            return segments.Count > 3 && segments[^2].EndsWith(Snapshot, StringComparison.Ordinal)
                ? Grouped(segments.Take(segments.Count - 3), segments[^3], segments[^2], null, file, checksum)
                : Grouped(segments.Take(segments.Count - 2), segments[^2], null, null, file, checksum);
        }

        return segments.Count > 3 && VersionOf(file, segments[^3], segments[^2]) is { } version ? Grouped(segments.Take(segments.Count - 3), segments[^3], segments[^2], version, file, checksum) : null;
    }

    /// <summary>The version of a snapshot that a build is of; the same one for others.</summary>
    public static string FolderOf(string version) => Build().Match(version) is { Success: true } build ? $"{version[..build.Index]}{Snapshot}" : version;

    /// <summary>When a snapshot was built, and which build it was; null for others.</summary>
    public static (string Timestamp, string Number)? BuildOf(string version) => Build().Match(version) is { Success: true } build ? (build.Groups["time"].Value, build.Groups["number"].Value) : null;

    private static MavenPath? Grouped(IEnumerable<string> group, string artifact, string? folder, string? version, string file, string? checksum)
    {
        var parts = group.ToList();
        var name = string.Join('.', parts);
        return parts.Count > 0 && name.Length <= Longest && !parts.Exists(part => part.Contains('.', StringComparison.Ordinal)) ? new MavenPath(name, artifact, folder, version, file, checksum) : null;
    }

    private static string? VersionOf(string file, string artifact, string folder)
    {
        if (!file.StartsWith($"{artifact}-", StringComparison.Ordinal))
        {
            return null;
        }

        var rest = file[(artifact.Length + 1)..];
        var plain = folder.EndsWith(Snapshot, StringComparison.Ordinal) ? folder[..^Snapshot.Length] : null;
        var version = plain is not null && rest.StartsWith(plain, StringComparison.Ordinal) && StartOfBuild().Match(rest[plain.Length..]) is { Success: true } build ? plain + build.Value : folder;
        return rest.StartsWith(version, StringComparison.Ordinal) && rest.Length > version.Length && rest[version.Length] is '.' or '-' ? version : null;
    }

    private static bool IsPart(string text) => text.Length is > 0 and <= Longest && text is not ("." or "..") && Part().IsMatch(text);

    [GeneratedRegex(@"^[A-Za-z0-9_.+~$=,@-]+\z", RegexOptions.NonBacktracking)]
    private static partial Regex Part();

    [GeneratedRegex(@"-(?<time>[0-9]{8}\.[0-9]{6})-(?<number>[0-9]{1,9})\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Build();

    [GeneratedRegex(@"^-[0-9]{8}\.[0-9]{6}-[0-9]{1,9}", RegexOptions.NonBacktracking)]
    private static partial Regex StartOfBuild();
}
