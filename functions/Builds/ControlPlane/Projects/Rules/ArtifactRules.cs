using System.Text.RegularExpressions;
using Sluice.Platform.Api;

namespace Sluice.Builds.ControlPlane.Projects.Rules;

/// <summary>What the artifacts of a project must keep to.</summary>
internal static partial class ArtifactRules
{
    public static void Check(RequestFaults faults, Project project)
    {
        var (source, artifacts) = (project.Source!, project.Artifacts!);
        faults.RequireAt(
            (source.Type == SourceType.CODEPIPELINE) == (artifacts.Type == ArtifactsType.CODEPIPELINE), "artifacts.type",
            $"CODEPIPELINE is for both the source and the artifacts, or for neither; the source is {source.Type}, the artifacts are {artifacts.Type}");
        Check(faults, "artifacts", artifacts);
        var secondary = project.SecondaryArtifacts ?? [];
        for (var index = 0; index < secondary.Count; index++)
        {
            CheckSecondary(faults, $"secondaryArtifacts[{index}]", secondary[index], artifacts.Type);
        }

        foreach (var twice in secondary.GroupBy(artifact => artifact.ArtifactIdentifier).Where(same => same.Count() > 1))
        {
            faults.At("secondaryArtifacts", $"the identifier '{twice.Key}' is there {twice.Count()} times");
        }
    }

    private static void CheckSecondary(RequestFaults faults, string place, ProjectArtifacts artifact, ArtifactsType primary)
    {
        Check(faults, place, artifact);
        faults.RequireAt(artifact.Type != ArtifactsType.NO_ARTIFACTS, $"{place}.type", "NO_ARTIFACTS is none of the types of secondary artifacts");
        faults.RequireAt(artifact.Type == primary || primary != ArtifactsType.CODEPIPELINE, $"{place}.type", "the artifacts of a pipeline's project are CODEPIPELINE, all of them");
        faults.RequireAt(
            artifact.ArtifactIdentifier is { } identifier && Identifier().IsMatch(identifier), $"{place}.artifactIdentifier", $"expected 1 to 127 letters, digits, - and _, not '{artifact.ArtifactIdentifier}'");
    }

    private static void Check(RequestFaults faults, string place, ProjectArtifacts artifacts)
    {
        if (artifacts.Type == ArtifactsType.S3)
        {
            faults.RequireAt(
                artifacts.Location is { } location && BucketPath.Read(location) is { Key: "" }, $"{place}.location", $"expected a bucket's name, not '{artifacts.Location}'");
        }
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,127}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Identifier();
}
