using Sluice.BuildContract.Jobs;
using Sluice.Builds.ControlPlane.Projects;
using Sluice.Platform.Objects;

namespace Sluice.Builds.Running;

/// <summary>A build's sources, as its program fetches them.</summary>
internal static class JobSources
{
    public static JobSource Primary(BuildRecord build) => build.Settings.Inputs?.Primary ?? Of(build.Settings.Source, build.Settings.SourceVersion);

    /// <summary>Each with what the project says of it.</summary>
    public static IEnumerable<(JobSource Source, ProjectSource Of)> Secondary(BuildRecord build) => build.Settings.Inputs is { } inputs
        ? inputs.Secondary.Select(source => (source, build.Settings.Source))
        : build.Settings.SecondarySources.Select(source => (
            Of(source, build.Settings.SecondarySourceVersions.FirstOrDefault(version => version.SourceIdentifier == source.SourceIdentifier)?.SourceVersion), source));

    private static JobSource Of(ProjectSource source, string? version) => source.Type switch
    {
        SourceType.NO_SOURCE or SourceType.CODEPIPELINE => new() { Kind = JobSourceKind.None },
        SourceType.S3 => new()
        {
            Kind = JobSourceKind.S3,
            Identifier = source.SourceIdentifier,
            Object = BucketPath.Read(source.Location!) is { } path ? new ObjectRef(path.Bucket, path.Key) : null,
            Version = version,
        },
        _ => new()
        {
            Kind = JobSourceKind.Git,
            Identifier = source.SourceIdentifier,
            Repository = source.Location,
            Version = version,
            CloneDepth = source.GitCloneDepth,
            FetchSubmodules = source.GitSubmodulesConfig?.FetchSubmodules ?? false,
            InsecureSsl = source.InsecureSsl ?? false,
        },
    };
}
