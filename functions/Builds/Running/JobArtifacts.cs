using Sluice.BuildContract.Jobs;

namespace Sluice.Builds.Running;

/// <summary>Where a build's artifacts go.</summary>
internal static class JobArtifacts
{
    /// <summary>Null if nothing is handed on.</summary>
    public static JobArtifact? Of(ProjectArtifacts artifacts, string defaultName) => artifacts.Type switch
    {
        ArtifactsType.NO_ARTIFACTS => null,
        ArtifactsType.CODEPIPELINE => new() { Identifier = artifacts.ArtifactIdentifier, ForPipeline = true, IsZip = true },
        _ => new()
        {
            Identifier = artifacts.ArtifactIdentifier,
            Bucket = artifacts.Location,
            Path = artifacts.Path is { Length: > 0 } path ? path : null,
            NamespaceByBuildId = artifacts.NamespaceType == ArtifactNamespace.BUILD_ID,
            Name = artifacts.Name is { Length: > 0 } name ? name : defaultName,
            OverrideName = artifacts.OverrideArtifactName ?? false,
            IsZip = artifacts.Packaging == ArtifactPackaging.ZIP,
        },
    };
}
