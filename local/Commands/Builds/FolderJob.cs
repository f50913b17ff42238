using Sluice.BuildContract.Jobs;
using Sluice.Platform.Ids;
using Sluice.Platform.Objects;

namespace Sluice.Local.Commands.Builds;

/// <summary>The job of a folder as it is on disk.</summary>
internal static class FolderJob
{
    private const int LongestSeconds = 36 * 60 * 60;

    /// <summary>Where a build of this process keeps what it makes.</summary>
    public static ObjectRef Output { get; } = new("builds", "build");

    /// <param name="options">What was asked for.</param>
    /// <param name="environment">This machine's.</param>
    /// <param name="ids">Names the build.</param>
    public static BuildJob Of(FolderBuildOptions options, IReadOnlyDictionary<string, string> environment, IIds ids)
    {
        var name = string.Concat(Path.GetFileName(Path.TrimEndingDirectorySeparator(options.Source)).Where(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_'));
        var id = $"{(name.Length > 0 ? name : "build")}:{ids.Uuid()}";
        return new BuildJob
        {
            BuildId = id,
            BuildArn = $"arn:aws:codebuild:us-east-1:000000000000:build/{id}",
            BuildNumber = 1,
            Initiator = environment.GetValueOrDefault("USER", "user"),
            Output = Output,
            TimeoutSeconds = LongestSeconds,
            Source = SourceOf(options.Source),
            Buildspec = options.Buildspec,
            Environment = options.Environment,
            Image = options.Image,
            Artifacts = ArtifactOf(options),
            Cache = CacheOf(options, name.Length > 0 ? name : "build"),
        };
    }

    /// <summary>A copy of a folder.</summary>
    public static JobSource SourceOf(string folder) => new() { Kind = JobSourceKind.Folder, Repository = folder };

    /// <summary>What the build hands on, if that is kept.</summary>
    public static JobArtifact? ArtifactOf(FolderBuildOptions options) => options.Artifacts is null ? null : new JobArtifact { ForPipeline = true, IsZip = true };

    /// <summary>The cache of a folder, if there is one.</summary>
    public static JobCache? CacheOf(FolderBuildOptions options, string name) => options.Cache is null ? null : new JobCache(null, "", name);
}
