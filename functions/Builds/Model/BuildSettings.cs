namespace Sluice.Builds.Model;

/// <summary>How a build is made: its project's settings as they were when it was started, with what the request overrode. Nothing that becomes of the project changes it.</summary>
internal sealed record BuildSettings
{
    public required ProjectSource Source { get; init; }

    /// <summary>Null for the source's default.</summary>
    public string? SourceVersion { get; init; }

    public IReadOnlyList<ProjectSource> SecondarySources { get; init; } = [];

    public IReadOnlyList<ProjectSourceVersion> SecondarySourceVersions { get; init; } = [];

    /// <summary>What a pipeline hands to it instead of these sources; null if none does.</summary>
    public BuildInputs? Inputs { get; init; }

    public required ProjectArtifacts Artifacts { get; init; }

    public IReadOnlyList<ProjectArtifacts> SecondaryArtifacts { get; init; } = [];

    /// <summary>What its pipeline calls that which it hands on; null if there is no pipeline.</summary>
    public IReadOnlyList<string>? OutputArtifacts { get; init; }

    public required ProjectEnvironment Environment { get; init; }

    public ProjectCache? Cache { get; init; }

    /// <summary>Raised each time that the project's cache is invalidated.</summary>
    public long CacheGeneration { get; init; }

    public LogsConfig? Logs { get; init; }

    public string? ServiceRole { get; init; }

    public string? EncryptionKey { get; init; }

    public VpcConfig? VpcConfig { get; init; }

    public IReadOnlyList<ProjectFileSystemLocation> FileSystemLocations { get; init; } = [];

    /// <summary>From the end of the queue on.</summary>
    public required int TimeoutInMinutes { get; init; }

    public required int QueuedTimeoutInMinutes { get; init; }

    /// <summary>How many builds of the project may run at once; null for as many as there may be of all.</summary>
    public int? ConcurrentBuildLimit { get; init; }

    /// <summary>How often a build that failed is started again by itself.</summary>
    public int AutoRetryLimit { get; init; }

    public bool DebugSession { get; init; }

    /// <summary>The project's UUID; null for a build of a pipeline that names no project.</summary>
    public string? ProjectId { get; init; }
}
