namespace Sluice.Builds.ControlPlane.Projects;

/// <summary>What a request says of a project becomes part of it.</summary>
internal static class ProjectSettings
{
    public const int DefaultTimeoutInMinutes = 60;
    public const int DefaultQueuedTimeoutInMinutes = 480;
    public const int LongestTimeoutInMinutes = 36 * 60;
    private const int NoLimit = -1;

    public static Project Create(CreateProjectInput input, DateTimeOffset now) => Filled(new Project
    {
        Name = input.Name,
        Artifacts = input.Artifacts,
        AutoRetryLimit = input.AutoRetryLimit,
        Badge = new ProjectBadge { BadgeEnabled = input.BadgeEnabled ?? false },
        BuildBatchConfig = input.BuildBatchConfig,
        Cache = input.Cache,
        ConcurrentBuildLimit = Limit(input.ConcurrentBuildLimit, null),
        Created = now,
        Description = input.Description,
        EncryptionKey = input.EncryptionKey,
        Environment = input.Environment,
        FileSystemLocations = input.FileSystemLocations,
        LastModified = now,
        LogsConfig = input.LogsConfig,
        ProjectVisibility = ProjectVisibilityType.PRIVATE,
        QueuedTimeoutInMinutes = input.QueuedTimeoutInMinutes ?? DefaultQueuedTimeoutInMinutes,
        SecondaryArtifacts = input.SecondaryArtifacts ?? [],
        SecondarySourceVersions = input.SecondarySourceVersions ?? [],
        SecondarySources = input.SecondarySources ?? [],
        ServiceRole = input.ServiceRole,
        Source = input.Source,
        SourceVersion = input.SourceVersion,
        Tags = input.Tags ?? [],
        TimeoutInMinutes = input.TimeoutInMinutes ?? DefaultTimeoutInMinutes,
        VpcConfig = input.VpcConfig,
    });

    /// <summary>What is said replaces what was, what is said to be empty is taken away, and the rest stays.</summary>
    public static Project Update(Project before, UpdateProjectInput input, DateTimeOffset now) => Filled(before with
    {
        Artifacts = input.Artifacts ?? before.Artifacts,
        AutoRetryLimit = input.AutoRetryLimit ?? before.AutoRetryLimit,
        Badge = new ProjectBadge { BadgeEnabled = input.BadgeEnabled ?? before.Badge?.BadgeEnabled },
        BuildBatchConfig = input.BuildBatchConfig ?? before.BuildBatchConfig,
        Cache = input.Cache ?? before.Cache,
        ConcurrentBuildLimit = Limit(input.ConcurrentBuildLimit, before.ConcurrentBuildLimit),
        Description = input.Description ?? before.Description,
        EncryptionKey = input.EncryptionKey is { } key ? (key.Length == 0 ? null : key) : before.EncryptionKey,
        Environment = input.Environment ?? before.Environment,
        FileSystemLocations = input.FileSystemLocations ?? before.FileSystemLocations,
        LastModified = now,
        LogsConfig = input.LogsConfig ?? before.LogsConfig,
        QueuedTimeoutInMinutes = input.QueuedTimeoutInMinutes ?? before.QueuedTimeoutInMinutes,
        SecondaryArtifacts = input.SecondaryArtifacts ?? before.SecondaryArtifacts,
        SecondarySourceVersions = input.SecondarySourceVersions ?? before.SecondarySourceVersions,
        SecondarySources = input.SecondarySources ?? before.SecondarySources,
        ServiceRole = input.ServiceRole ?? before.ServiceRole,
        Source = input.Source ?? before.Source,
        SourceVersion = input.SourceVersion is { } version ? (version.Length == 0 ? null : version) : before.SourceVersion,
        Tags = input.Tags ?? before.Tags,
        TimeoutInMinutes = input.TimeoutInMinutes ?? before.TimeoutInMinutes,
        VpcConfig = input.VpcConfig is { } vpc ? (vpc.VpcId is null or "" ? null : vpc) : before.VpcConfig,
    });

    /// <summary>-1 takes the limit away.</summary>
    private static int? Limit(int? asked, int? before) => asked switch { null => before, NoLimit => null, var limit => limit };

    /// <summary>What the original fills in, and clients such as Terraform expect to read.</summary>
    private static Project Filled(Project project) => project with
    {
        Cache = project.Cache ?? new ProjectCache { Type = CacheType.NO_CACHE },
        EncryptionKey = project.EncryptionKey,
        Artifacts = Filled(project.Artifacts!, project.Name!),
        SecondaryArtifacts = [.. project.SecondaryArtifacts!.Select(artifact => Filled(artifact, artifact.ArtifactIdentifier ?? ""))],
        Source = Filled(project.Source!),
        SecondarySources = [.. project.SecondarySources!.Select(Filled)],
        Environment = project.Environment! with
        {
            EnvironmentVariables = [.. (project.Environment.EnvironmentVariables ?? []).Select(variable => variable with { Type = variable.Type ?? EnvironmentVariableType.PLAINTEXT })],
            ImagePullCredentialsType = project.Environment.ImagePullCredentialsType ?? ImagePullCredentialsType.CODEBUILD,
            PrivilegedMode = project.Environment.PrivilegedMode ?? false,
        },
    };

    private static ProjectSource Filled(ProjectSource source) => source with { InsecureSsl = source.InsecureSsl ?? false };

    private static ProjectArtifacts Filled(ProjectArtifacts artifacts, string name) => artifacts.Type == ArtifactsType.NO_ARTIFACTS ? artifacts : artifacts with
    {
        EncryptionDisabled = artifacts.EncryptionDisabled ?? false,
        Name = artifacts.Name ?? name,
        NamespaceType = artifacts.NamespaceType ?? ArtifactNamespace.NONE,
        Packaging = artifacts.Packaging ?? ArtifactPackaging.NONE,
    };
}
