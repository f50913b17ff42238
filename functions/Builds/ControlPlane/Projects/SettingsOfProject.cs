namespace Sluice.Builds.ControlPlane.Projects;

/// <summary>The settings of a build of a project.</summary>
internal static class SettingsOfProject
{
    /// <param name="stored">The project.</param>
    /// <param name="project">Its settings, with what a request overrides.</param>
    /// <param name="debugSession">Whether breakpoints pause.</param>
    public static BuildSettings Of(StoredProject stored, Project project, bool debugSession = false) => new()
    {
        ProjectId = stored.ProjectId,
        CacheGeneration = stored.CacheGeneration,
        Source = project.Source!,
        SourceVersion = project.SourceVersion,
        SecondarySources = project.SecondarySources ?? [],
        SecondarySourceVersions = project.SecondarySourceVersions ?? [],
        Artifacts = project.Artifacts!,
        SecondaryArtifacts = project.SecondaryArtifacts ?? [],
        Environment = project.Environment!,
        Cache = project.Cache,
        Logs = project.LogsConfig,
        ServiceRole = project.ServiceRole,
        EncryptionKey = project.EncryptionKey,
        VpcConfig = project.VpcConfig,
        FileSystemLocations = project.FileSystemLocations ?? [],
        TimeoutInMinutes = project.TimeoutInMinutes ?? ProjectSettings.DefaultTimeoutInMinutes,
        QueuedTimeoutInMinutes = project.QueuedTimeoutInMinutes ?? ProjectSettings.DefaultQueuedTimeoutInMinutes,
        ConcurrentBuildLimit = project.ConcurrentBuildLimit,
        AutoRetryLimit = project.AutoRetryLimit ?? 0,
        DebugSession = debugSession,
    };
}
