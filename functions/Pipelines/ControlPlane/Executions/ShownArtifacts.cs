using Sluice.Platform.Objects;

namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>Artifacts as histories show them.</summary>
internal static class ShownArtifacts
{
    public static IReadOnlyList<ArtifactDetail> Of(IReadOnlyDictionary<string, ObjectRef> artifacts) =>
        [.. artifacts.Select(artifact => new ArtifactDetail { Name = artifact.Key, S3location = new S3Location { Bucket = artifact.Value.Bucket, Key = artifact.Value.Key } })];
}
