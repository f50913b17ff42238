namespace Sluice.Builds.ControlPlane.Projects;

/// <summary>The settings of a pipeline's build whose action names no project that there is: everything by default, on the machine itself, so that a pipeline needs no project.</summary>
internal static class UnnamedProject
{
    public static BuildSettings Settings { get; } = new()
    {
        Source = new ProjectSource { Type = SourceType.CODEPIPELINE },
        Artifacts = new ProjectArtifacts { Type = ArtifactsType.CODEPIPELINE },
        Environment = new ProjectEnvironment { Type = EnvironmentType.LINUX_CONTAINER, Image = "local", ComputeType = ComputeType.BUILD_GENERAL1_SMALL },
        TimeoutInMinutes = ProjectSettings.DefaultTimeoutInMinutes,
        QueuedTimeoutInMinutes = ProjectSettings.DefaultQueuedTimeoutInMinutes,
    };
}
