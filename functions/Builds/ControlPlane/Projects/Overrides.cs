namespace Sluice.Builds.ControlPlane.Projects;

/// <summary>What a request to build overrides of its project's settings.</summary>
internal static class Overrides
{
    public static Project On(Project project, StartBuildInput input) => project with
    {
        Source = Source(project.Source!, input),
        SourceVersion = input.SourceVersion ?? project.SourceVersion,
        SecondarySources = input.SecondarySourcesOverride ?? project.SecondarySources,
        SecondarySourceVersions = input.SecondarySourcesVersionOverride ?? project.SecondarySourceVersions,
        Artifacts = input.ArtifactsOverride ?? project.Artifacts,
        SecondaryArtifacts = input.SecondaryArtifactsOverride ?? project.SecondaryArtifacts,
        Cache = input.CacheOverride ?? project.Cache,
        LogsConfig = input.LogsConfigOverride ?? project.LogsConfig,
        ServiceRole = input.ServiceRoleOverride ?? project.ServiceRole,
        EncryptionKey = input.EncryptionKeyOverride ?? project.EncryptionKey,
        TimeoutInMinutes = input.TimeoutInMinutesOverride ?? project.TimeoutInMinutes,
        QueuedTimeoutInMinutes = input.QueuedTimeoutInMinutesOverride ?? project.QueuedTimeoutInMinutes,
        AutoRetryLimit = input.AutoRetryLimitOverride ?? project.AutoRetryLimit,
        Environment = Environment(project.Environment!, input),
    };

    /// <summary>Another type or place of the source leaves behind what is only about the project's own.</summary>
    private static ProjectSource Source(ProjectSource source, StartBuildInput input)
    {
        var type = input.SourceTypeOverride ?? source.Type;
        var own = type == source.Type ? source : new ProjectSource { Type = type, Buildspec = source.Buildspec };
        return own with
        {
            Location = input.SourceLocationOverride ?? own.Location,
            Auth = input.SourceAuthOverride ?? own.Auth,
            Buildspec = input.BuildspecOverride ?? own.Buildspec,
            BuildStatusConfig = input.BuildStatusConfigOverride ?? own.BuildStatusConfig,
            GitCloneDepth = input.GitCloneDepthOverride ?? own.GitCloneDepth,
            GitSubmodulesConfig = input.GitSubmodulesConfigOverride ?? own.GitSubmodulesConfig,
            InsecureSsl = input.InsecureSslOverride ?? own.InsecureSsl,
            ReportBuildStatus = input.ReportBuildStatusOverride ?? own.ReportBuildStatus,
        };
    }

    private static ProjectEnvironment Environment(ProjectEnvironment environment, StartBuildInput input) => environment with
    {
        Certificate = input.CertificateOverride ?? environment.Certificate,
        ComputeType = input.ComputeTypeOverride ?? environment.ComputeType,
        EnvironmentVariables = Variables.Over(environment.EnvironmentVariables, input.EnvironmentVariablesOverride),
        Fleet = input.FleetOverride ?? environment.Fleet,
        Image = input.ImageOverride ?? environment.Image,
        ImagePullCredentialsType = input.ImagePullCredentialsTypeOverride ?? environment.ImagePullCredentialsType,
        PrivilegedMode = input.PrivilegedModeOverride ?? environment.PrivilegedMode,
        RegistryCredential = input.RegistryCredentialOverride ?? environment.RegistryCredential,
        Type = input.EnvironmentTypeOverride ?? environment.Type,
    };
}
