using Sluice.BuildContract.Jobs;
using Sluice.Builds.ControlPlane.Credentials;
using Sluice.Builds.Model.Batches;
using Sluice.Builds.Tracing;
using Sluice.Platform.Accounts;
using Sluice.Platform.Api;
using Sluice.Platform.Connections;
using Sluice.Platform.Tracing;

namespace Sluice.Builds.Running;

/// <summary>What a build's program is told, from what the table remembers of the build.</summary>
internal sealed class BuildJobs(SourceCredentials credentials, ConnectedSource connected, ShardDurations durations, SuiteAccount account, TraceSettings? traces = null)
{
    private const int SecondsPerMinute = 60;

    /// <summary>W3C's name in environments, by which users' own tools join the trace.</summary>
    private const string TraceParent = "TRACEPARENT";

    public async Task<BuildJob> OfAsync(BuildRecord build, CancellationToken cancellationToken) => new()
    {
        BuildId = build.FullId(),
        BuildArn = BuildEvents.Arn(build, account),
        BuildNumber = build.Number,
        Initiator = build.Initiator,
        Output = build.Output,
        TimeoutSeconds = build.Settings.TimeoutInMinutes * SecondsPerMinute,
        Source = await SignedAsync(JobSources.Primary(build), build.Settings.Source, cancellationToken),
        SecondarySources = await Task.WhenAll(JobSources.Secondary(build).Select(secondary => SignedAsync(secondary.Source, secondary.Of, cancellationToken))),
        Buildspec = build.Settings.Source.Buildspec is { Length: > 0 } buildspec ? buildspec : null,
        Environment = [.. (build.Settings.Environment.EnvironmentVariables ?? []).Select(Variable)],
        ServiceVariables = ServiceVariables(build),
        Image = build.Settings.Environment.Image,
        RegistryCredential = Registry(build.Settings.Environment.RegistryCredential),
        PrivilegedMode = build.Settings.Environment.PrivilegedMode ?? false,
        Artifacts = JobArtifacts.Of(build.Settings.Artifacts, build.ProjectName),
        SecondaryArtifacts = [.. build.Settings.SecondaryArtifacts.Select(artifact => JobArtifacts.Of(artifact, artifact.ArtifactIdentifier ?? "")).OfType<JobArtifact>()],
        OutputArtifacts = build.Settings.OutputArtifacts,
        Cache = JobCaches.Of(build),
        Logs = BuildLogs.Of(build),
        Batch = await BatchOfAsync(build, cancellationToken),
        Mode = build.IsSandbox ? JobMode.Sandbox : build.IsPlan() ? JobMode.PlanBatch : JobMode.Build,
        DebugSession = build.Settings.DebugSession,
        ProgressSecret = build.ProgressSecret,
    };

    /// <summary>With what it signs in with, where something was imported for its host.</summary>
    private async Task<JobSource> SignedAsync(JobSource source, ProjectSource of, CancellationToken cancellationToken)
    {
        if (source.Kind != JobSourceKind.Git)
        {
            return source;
        }

        var found = await credentials.FindAsync(of, cancellationToken);
        return (source.ConnectionArn ?? found?.Resource) is { } resource && ConnectionArns.IsConnection(resource) ? await connected.SignedAsync(source, resource, cancellationToken)
            : found is not null && (found.Token is not null || IsSecret(found.Resource)) ? source with { Credential = new JobCredential(found.UserName, found.Token ?? "", found.Token is null ? found.Resource : null) }
            : source;
    }

    private static bool IsSecret(string? resource) => ResourceArn.Read(resource ?? "")?.Service == "secretsmanager";

    private static JobCredential? Registry(RegistryCredential? credential) => credential is null ? null : new JobCredential("", "", credential.Credential);

    private async Task<JobBatch?> BatchOfAsync(BuildRecord build, CancellationToken cancellationToken) => build.Batch is { Identifier: { } identifier } batch
        ? new JobBatch(BatchRecords.Arn(build.ProjectName, batch.BatchId, account), identifier, batch.Shard?.Index, batch.Shard?.Count) { Durations = await durations.OfAsync(build, cancellationToken) }
        : null;

    private static JobVariable Variable(EnvironmentVariable variable) => new(variable.Name, variable.Value)
    {
        Kind = variable.Type switch
        {
            EnvironmentVariableType.PARAMETER_STORE => JobVariableKind.ParameterStore,
            EnvironmentVariableType.SECRETS_MANAGER => JobVariableKind.SecretsManager,
            _ => JobVariableKind.Plaintext,
        },
    };

    private Dictionary<string, string> ServiceVariables(BuildRecord build)
    {
        var variables = new Dictionary<string, string>(build.ServiceVariables, StringComparer.Ordinal)
        {
            ["CODEBUILD_KMS_KEY_ID"] = build.Settings.EncryptionKey ?? account.Arn("kms", "alias/aws/s3"),
        };
        if (build.Settings.ProjectId is { } project)
        {
            variables["CODEBUILD_PROJECT_UUID"] = project;
        }

        if (traces is { IsOn: true })
        {
            variables[TraceParent] = BuildTrace.Of(build).TraceParent();
        }

        return variables;
    }
}
