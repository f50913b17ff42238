namespace Sluice.Builds.ControlPlane.Projects;

/// <summary>What a request for a batch overrides of its project's settings.</summary>
internal static class BatchOverrides
{
    /// <summary>What holds for each build: the two requests have the same members but for the names of three.</summary>
    public static StartBuildInput OfEachBuild(StartBuildBatchInput input) => new()
    {
        ProjectName = input.ProjectName,
        ArtifactsOverride = input.ArtifactsOverride,
        BuildspecOverride = input.BuildspecOverride,
        CacheOverride = input.CacheOverride,
        CertificateOverride = input.CertificateOverride,
        ComputeTypeOverride = input.ComputeTypeOverride,
        EncryptionKeyOverride = input.EncryptionKeyOverride,
        EnvironmentTypeOverride = input.EnvironmentTypeOverride,
        EnvironmentVariablesOverride = input.EnvironmentVariablesOverride,
        GitCloneDepthOverride = input.GitCloneDepthOverride,
        GitSubmodulesConfigOverride = input.GitSubmodulesConfigOverride,
        ImageOverride = input.ImageOverride,
        ImagePullCredentialsTypeOverride = input.ImagePullCredentialsTypeOverride,
        InsecureSslOverride = input.InsecureSslOverride,
        LogsConfigOverride = input.LogsConfigOverride,
        PrivilegedModeOverride = input.PrivilegedModeOverride,
        QueuedTimeoutInMinutesOverride = input.QueuedTimeoutInMinutesOverride,
        RegistryCredentialOverride = input.RegistryCredentialOverride,
        ReportBuildStatusOverride = input.ReportBuildBatchStatusOverride,
        SecondaryArtifactsOverride = input.SecondaryArtifactsOverride,
        SecondarySourcesOverride = input.SecondarySourcesOverride,
        SecondarySourcesVersionOverride = input.SecondarySourcesVersionOverride,
        ServiceRoleOverride = input.ServiceRoleOverride,
        SourceAuthOverride = input.SourceAuthOverride,
        SourceLocationOverride = input.SourceLocationOverride,
        SourceTypeOverride = input.SourceTypeOverride,
        SourceVersion = input.SourceVersion,
        TimeoutInMinutesOverride = input.BuildTimeoutInMinutesOverride,
    };

    /// <summary>Each setting by itself.</summary>
    public static ProjectBuildBatchConfig? Config(ProjectBuildBatchConfig? project, ProjectBuildBatchConfig? request) => request is null ? project : new()
    {
        BatchReportMode = request.BatchReportMode ?? project?.BatchReportMode,
        CombineArtifacts = request.CombineArtifacts ?? project?.CombineArtifacts,
        Restrictions = request.Restrictions ?? project?.Restrictions,
        ServiceRole = request.ServiceRole ?? project?.ServiceRole,
        TimeoutInMins = request.TimeoutInMins ?? project?.TimeoutInMins,
    };
}
