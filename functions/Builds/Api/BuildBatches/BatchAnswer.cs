using Sluice.BuildContract;
using Sluice.Builds.Model.Batches;
using Sluice.Platform.Accounts;
using Sluice.Platform.Json;

namespace Sluice.Builds.Api.BuildBatches;

/// <summary>Batches as they are answered.</summary>
public sealed class BatchAnswer(SuiteAccount account)
{
    internal BuildBatch Of(BatchRecord batch)
    {
        var settings = batch.Settings;
        return new BuildBatch
        {
            Id = batch.FullId(),
            Arn = BatchRecords.Arn(batch.ProjectName, batch.BatchId, account),
            BuildBatchNumber = batch.Number,
            ProjectName = batch.ProjectName,
            BuildBatchStatus = Status(batch.Status),
            Complete = batch.HasEnded(),
            CurrentPhase = BatchPhases.Of(batch)[^1].PhaseType.ToString(),
            Phases = BatchPhases.Of(batch),
            StartTime = batch.SubmittedAt,
            EndTime = batch.EndedAt,
            Initiator = batch.Initiator,
            Source = settings.Source,
            SourceVersion = settings.SourceVersion,
            ResolvedSourceVersion = batch.ResolvedSourceVersion,
            SecondarySources = settings.SecondarySources,
            SecondarySourceVersions = settings.SecondarySourceVersions,
            Artifacts = new BuildArtifacts { Location = settings.Artifacts.Location ?? "" },
            SecondaryArtifacts = [.. settings.SecondaryArtifacts.Select(artifact => new BuildArtifacts { ArtifactIdentifier = artifact.ArtifactIdentifier, Location = artifact.Location })],
            Cache = settings.Cache,
            Environment = settings.Environment,
            ServiceRole = settings.ServiceRole,
            EncryptionKey = settings.EncryptionKey ?? account.Arn("kms", "alias/aws/s3"),
            LogConfig = settings.Logs,
            VpcConfig = settings.VpcConfig,
            FileSystemLocations = settings.FileSystemLocations,
            BuildTimeoutInMinutes = settings.TimeoutInMinutes,
            QueuedTimeoutInMinutes = settings.QueuedTimeoutInMinutes,
            BuildBatchConfig = batch.Config,
            ReportArns = batch.ReportArns,
            DebugSessionEnabled = settings.DebugSession,
            BuildGroups = [.. batch.Groups.Select(group => Group(group, batch.ProjectName))],
        };
    }

    private BuildGroup Group(BatchGroup group, string project) => new()
    {
        Identifier = group.Build.Identifier,
        DependsOn = group.Build.DependsOn,
        IgnoreFailure = group.Build.IgnoreFailure,
        CurrentBuildSummary = group.Current is { } run ? Summary(run, project) : null,
        PriorBuildSummaryList = [.. group.Prior.Select(prior => Summary(prior, project))],
    };

    private BuildSummary Summary(BatchRun run, string project) => new()
    {
        Arn = account.Arn("codebuild", $"build/{BuildIds.Full(project, run.BuildId)}"),
        RequestedOn = run.RequestedOn,
        BuildStatus = Status(run.Status),
        PrimaryArtifact = run.Artifacts.FirstOrDefault(artifact => artifact.Identifier is null) is { } primary ? Artifact(primary) : null,
        SecondaryArtifacts = [.. run.Artifacts.Where(artifact => artifact.Identifier is not null).Select(Artifact)],
    };

    private static ResolvedArtifact Artifact(StoredArtifact artifact) => new()
    {
        Type = ArtifactsType.S3,
        Identifier = artifact.Identifier,
        Location = $"arn:aws:s3:::{artifact.Location.Bucket}/{artifact.Location.Key}",
    };

    private static StatusType Status(BuildStatus status) => Enum.Parse<StatusType>(status.WireName());
}
