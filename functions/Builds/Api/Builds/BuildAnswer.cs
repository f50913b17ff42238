using Sluice.BuildContract;
using Sluice.Builds.Model.Batches;
using Sluice.Platform.Accounts;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;

namespace Sluice.Builds.Api.Builds;

/// <summary>Builds as they are answered.</summary>
public sealed class BuildAnswer(SuiteAccount account)
{
    internal Build Of(BuildRecord build)
    {
        var settings = build.Settings;
        return new Build
        {
            Id = build.FullId(),
            Arn = BuildEvents.Arn(build, account),
            BuildNumber = build.Number,
            ProjectName = build.ProjectName,
            BuildBatchArn = build.Batch is { } batch ? BatchRecords.Arn(build.ProjectName, batch.BatchId, account) : null,
            BuildStatus = Status(build.Status),
            BuildComplete = build.HasEnded(),
            CurrentPhase = (BuildPhases.Current(build)?.PhaseType ?? PhaseType.Completed).WireName(),
            StartTime = build.SubmittedAt,
            EndTime = build.EndedAt,
            Initiator = build.Initiator,
            Phases = [.. BuildPhases.Ended(build).Select(Phase), .. Going(build)],
            Source = settings.Source,
            SourceVersion = settings.SourceVersion ?? build.Action?.Source.Version,
            ResolvedSourceVersion = build.ResolvedSourceVersion,
            SecondarySources = settings.SecondarySources,
            SecondarySourceVersions = settings.SecondarySourceVersions,
            Artifacts = Artifact(settings.Artifacts, build),
            SecondaryArtifacts = [.. settings.SecondaryArtifacts.Select(artifact => Artifact(artifact, build))],
            Cache = settings.Cache,
            Environment = settings.Environment,
            ServiceRole = settings.ServiceRole,
            EncryptionKey = settings.EncryptionKey ?? account.Arn("kms", "alias/aws/s3"),
            VpcConfig = settings.VpcConfig,
            FileSystemLocations = settings.FileSystemLocations,
            TimeoutInMinutes = settings.TimeoutInMinutes,
            QueuedTimeoutInMinutes = settings.QueuedTimeoutInMinutes,
            Logs = Logs(build),
            ExportedEnvironmentVariables = [.. (build.ExportedVariables ?? new Dictionary<string, string>()).Select(pair => new ExportedEnvironmentVariable { Name = pair.Key, Value = pair.Value })],
            ReportArns = build.ReportArns,
            DebugSession = settings.DebugSession ? new DebugSession { SessionEnabled = true } : null,
            AutoRetryConfig = Retry(build),
        };
    }

    private AutoRetryConfig? Retry(BuildRecord build) => build.Settings.AutoRetryLimit == 0 && build.Retry is null ? null : new AutoRetryConfig
    {
        AutoRetryLimit = build.Settings.AutoRetryLimit,
        AutoRetryNumber = build.Retry?.Number ?? 0,
        NextAutoRetry = build.Retry?.Next is { } next ? account.Arn("codebuild", $"build/{next}") : null,
        PreviousAutoRetry = build.Retry?.Previous is { } previous ? account.Arn("codebuild", $"build/{previous}") : null,
    };

    private static BuildArtifacts Artifact(ProjectArtifacts settings, BuildRecord build)
    {
        var stored = build.Artifacts.FirstOrDefault(artifact => artifact.Identifier == settings.ArtifactIdentifier);
        return new BuildArtifacts
        {
            ArtifactIdentifier = settings.ArtifactIdentifier,
            Location = (stored?.Location ?? (settings.Type == ArtifactsType.CODEPIPELINE ? build.Manifest : null)) is { } location ? Arn(location) : "",
            Sha256sum = stored?.Sha256,
            Md5sum = stored?.Md5,
            EncryptionDisabled = settings.EncryptionDisabled,
            OverrideArtifactName = settings.OverrideArtifactName,
            BucketOwnerAccess = settings.BucketOwnerAccess,
        };
    }

    /// <summary>There is no log before the build's program came up.</summary>
    private LogsLocation Logs(BuildRecord build)
    {
        var (settings, logs) = (build.Settings.Logs, BuildLogs.Of(build));
        var location = new LogsLocation
        {
            CloudWatchLogs = settings?.CloudWatchLogs ?? new CloudWatchLogsConfig { Status = LogsConfigStatusType.ENABLED },
            S3Logs = settings?.S3Logs ?? new S3LogsConfig { Status = LogsConfigStatusType.DISABLED },
        };
        if (build.BegunAt is null)
        {
            return location;
        }

        return location with
        {
            GroupName = logs.GroupName,
            StreamName = logs.StreamName,
            DeepLink = logs is { GroupName: { } group, StreamName: { } stream } ? BuildLogs.Link(group, stream, account) : null,
            CloudWatchLogsArn = logs.GroupName is null ? null : account.Arn("logs", $"log-group:{logs.GroupName}:log-stream:{logs.StreamName}"),
            S3LogsArn = logs.Object is { } kept ? Arn(kept) : null,
            S3DeepLink = logs.Object is { } shown ? $"https://s3.console.aws.amazon.com/s3/object/{shown.Bucket}/{shown.Key}?region={account.Region}" : null,
        };
    }

    private static IEnumerable<BuildPhase> Going(BuildRecord build)
    {
        if (BuildPhases.Current(build) is { } current)
        {
            yield return new BuildPhase { PhaseType = Enum.Parse<BuildPhaseType>(current.PhaseType.WireName()), StartTime = current.StartTime };
        }
        else if (build.ProgramPhases is not [.., { PhaseType: PhaseType.Completed }])
        {
            yield return new BuildPhase { PhaseType = BuildPhaseType.COMPLETED, StartTime = build.EndedAt };
        }
    }

    private static BuildPhase Phase(PhaseRecord phase) => phase.PhaseType == PhaseType.Completed
        ? new BuildPhase { PhaseType = BuildPhaseType.COMPLETED, StartTime = phase.StartTime }
        : new BuildPhase
        {
            PhaseType = Enum.Parse<BuildPhaseType>(phase.PhaseType.WireName()),
            PhaseStatus = Status(phase.PhaseStatus),
            StartTime = phase.StartTime,
            EndTime = phase.EndTime,
            DurationInSeconds = phase.DurationInSeconds,
            Contexts = [.. phase.Contexts.Select(context => new PhaseContext { StatusCode = context.StatusCode, Message = context.Message })],
        };

    private static StatusType Status(BuildStatus status) => Enum.Parse<StatusType>(status.WireName());

    private static string Arn(ObjectRef target) => $"arn:aws:s3:::{target.Bucket}/{target.Key}";
}
