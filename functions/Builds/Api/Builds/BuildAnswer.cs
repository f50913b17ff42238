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
            SourceVersion = settings.SourceVersion ?? settings.Inputs?.Primary.Version,
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
            Logs = LogsAnswer.Of(build, account),
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
