using System.Text.RegularExpressions;
using Sluice.Platform.Api;

namespace Sluice.Builds.ControlPlane.Projects.Rules;

/// <summary>What the sources of a project must keep to.</summary>
internal static partial class SourceRules
{
    private const string Identifiers = "expected 1 to 127 letters, digits and _";

    private static readonly SourceType[] _git =
    [
        SourceType.CODECOMMIT, SourceType.GITHUB, SourceType.GITHUB_ENTERPRISE, SourceType.GITLAB, SourceType.GITLAB_SELF_MANAGED, SourceType.BITBUCKET,
    ];

    public static bool IsGit(SourceType type) => _git.Contains(type);

    public static void Check(RequestFaults faults, ProjectSource primary, IReadOnlyList<ProjectSource> secondary, IReadOnlyList<ProjectSourceVersion> versions)
    {
        Check(faults, "source", primary);
        faults.RequireAt(primary.Type != SourceType.NO_SOURCE || !string.IsNullOrWhiteSpace(primary.Buildspec), "source.buildspec", "a project without a source has its buildspec here; there is none");
        faults.RequireAt(
            primary.Type != SourceType.NO_SOURCE || primary.Buildspec is not { } text || IsWhole(text), "source.buildspec",
            "a project without a source has no file to name; expected the buildspec's YAML itself or arn:aws:s3:::BUCKET/KEY");
        for (var index = 0; index < secondary.Count; index++)
        {
            CheckSecondary(faults, $"secondarySources[{index}]", secondary[index]);
        }

        CheckIdentifiers(faults, [.. secondary.Select(source => source.SourceIdentifier).OfType<string>()]);
        foreach (var unknown in versions.Where(version => secondary.All(source => source.SourceIdentifier != version.SourceIdentifier)))
        {
            faults.At("secondarySourceVersions", $"there is no secondary source '{unknown.SourceIdentifier}'");
        }
    }

    private static void CheckSecondary(RequestFaults faults, string place, ProjectSource source)
    {
        Check(faults, place, source);
        faults.RequireAt(source.Type is not (SourceType.CODEPIPELINE or SourceType.NO_SOURCE), $"{place}.type", $"{source.Type} is none of the types of a secondary source");
        faults.RequireAt(source.SourceIdentifier is { } identifier && Identifier().IsMatch(identifier), $"{place}.sourceIdentifier", $"{Identifiers}, not '{source.SourceIdentifier}'");
    }

    private static void Check(RequestFaults faults, string place, ProjectSource source)
    {
        var has = !string.IsNullOrEmpty(source.Location);
        if (source.Type is SourceType.CODEPIPELINE or SourceType.NO_SOURCE)
        {
            faults.RequireAt(!has, $"{place}.location", $"a source of the type {source.Type} has none");
        }
        else
        {
            faults.RequireAt(has, $"{place}.location", $"a source of the type {source.Type} needs one");
        }

        if (has && source.Type == SourceType.S3)
        {
            faults.RequireAt(BucketPath.Read(source.Location!) is { Key.Length: > 0 }, $"{place}.location", $"expected BUCKET/KEY or BUCKET/FOLDER/, not '{source.Location}'");
        }

        if (has && IsGit(source.Type))
        {
            faults.RequireAt(GitLocations.Fault(source.Location!) is null, $"{place}.location", GitLocations.Fault(source.Location!) ?? "");
        }

        faults.RequireAt(source.GitSubmodulesConfig is null || IsGit(source.Type), $"{place}.gitSubmodulesConfig", $"a source of the type {source.Type} has no submodules");
        faults.RequireAt(
            source.ReportBuildStatus is not true || IsGit(source.Type) && source.Type != SourceType.CODECOMMIT, $"{place}.reportBuildStatus",
            $"a build's status cannot be told to a source of the type {source.Type}");
    }

    private static void CheckIdentifiers(RequestFaults faults, IReadOnlyList<string> identifiers)
    {
        foreach (var twice in identifiers.GroupBy(identifier => identifier).Where(same => same.Count() > 1))
        {
            faults.At("secondarySources", $"the identifier '{twice.Key}' is there {twice.Count()} times");
        }
    }

    /// <summary>YAML itself, or where a bucket has it.</summary>
    private static bool IsWhole(string buildspec) => buildspec.Contains('\n') || buildspec.Contains(": ", StringComparison.Ordinal) || buildspec.StartsWith('{') || buildspec.StartsWith("arn:", StringComparison.Ordinal);

    [GeneratedRegex("^[A-Za-z0-9_]{1,127}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Identifier();
}
