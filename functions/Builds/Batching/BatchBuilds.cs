using Sluice.BuildContract;
using Sluice.BuildContract.Batches;
using Sluice.BuildContract.Jobs;
using Sluice.Builds.ControlPlane.Projects;
using Sluice.Builds.Model.Batches;
using Sluice.Platform.Objects;

namespace Sluice.Builds.Batching;

/// <summary>The builds of a batch, as they are asked for.</summary>
internal static class BatchBuilds
{
    /// <summary>The one that reads the plan.</summary>
    public static BuildRecord Plan(BatchRecord batch, DateTimeOffset now) => Of(batch, batch.PlanBuildId, new BatchMember(batch.BatchId, null), batch.Settings, now);

    /// <summary>The newest try of a group.</summary>
    public static BuildRecord Of(BatchRecord batch, BatchGroup group, BatchRun run) => Of(
        batch, run.BuildId, new BatchMember(batch.BatchId, group.Build.Identifier, group.Build.Shard), SettingsOf(batch, group.Build), run.RequestedOn);

    /// <summary>The one that puts the primary artifacts of all into one, each in a folder of its build's identifier: equal names in two of them are no matter.</summary>
    public static BuildRecord Combination(BatchRecord batch, BatchRun run)
    {
        var sources = Primaries(batch).Select(primary => new JobSource { Kind = JobSourceKind.Archive, Identifier = primary.Identifier, Object = primary.Location }).ToList();
        var settings = UnnamedProject.Settings with
        {
            Source = new ProjectSource { Type = SourceType.NO_SOURCE, Buildspec = CombiningBuildspec.Of([.. sources.Select(source => source.Identifier!)]) },
            Inputs = new BuildInputs(new JobSource { Kind = JobSourceKind.None }, sources),
            OutputArtifacts = batch.Settings.OutputArtifacts,
            Logs = batch.Settings.Logs,
        };
        return Of(batch, run.BuildId, new BatchMember(batch.BatchId, null) { Combines = true }, settings, run.RequestedOn);
    }

    /// <summary>The builds' primary artifacts, by their identifiers.</summary>
    public static IEnumerable<(string Identifier, ObjectRef Location)> Primaries(BatchRecord batch) =>
        from build in batch.Groups
        let primary = build.Current?.Artifacts.FirstOrDefault(artifact => artifact.Identifier is null)
        where primary is not null
        select (build.Build.Identifier, primary.Location);

    private static IReadOnlyList<string>? OutputsOf(BatchRecord batch, BatchBuild build) =>
        batch.CombinesForPipeline() ? [build.Identifier]
        : batch.Settings.OutputArtifacts is { } names ? [.. names.Where(name => name == build.Identifier || name.StartsWith($"{build.Identifier}_", StringComparison.Ordinal))]
        : null;

    /// <summary>The commit that the plan was read from is the one that all of them build, whatever becomes of the branch meanwhile.</summary>
    private static BuildSettings SettingsOf(BatchRecord batch, BatchBuild build)
    {
        var settings = batch.Settings;
        var environment = settings.Environment;
        var (wanted, variables) = (build.Environment, build.Environment.Variables.Select(pair => new EnvironmentVariable { Name = pair.Key, Value = pair.Value, Type = EnvironmentVariableType.PLAINTEXT }));
        return settings with
        {
            SourceVersion = batch.ResolvedSourceVersion ?? settings.SourceVersion,
            Source = build.Buildspec is { } buildspec ? settings.Source with { Buildspec = buildspec } : settings.Source,
            Artifacts = Below(settings.Artifacts, batch, build),
            SecondaryArtifacts = [.. settings.SecondaryArtifacts.Select(artifact => Below(artifact, batch, build))],
            OutputArtifacts = OutputsOf(batch, build),
            DebugSession = build.DebugSession ?? settings.DebugSession,
            AutoRetryLimit = 0,
            Environment = environment with
            {
                ComputeType = wanted.ComputeType is { } compute ? Enum.Parse<ComputeType>(compute) : environment.ComputeType,
                Type = wanted.Type is { } type ? Enum.Parse<EnvironmentType>(type) : environment.Type,
                Image = wanted.Image ?? environment.Image,
                PrivilegedMode = wanted.PrivilegedMode ?? environment.PrivilegedMode,
                Fleet = wanted.Fleet is { } fleet ? new ProjectFleet { FleetArn = fleet } : environment.Fleet,
                EnvironmentVariables = Variables.Over(environment.EnvironmentVariables, [.. variables]),
            },
        };
    }

    /// <summary>Builds of a batch whose artifacts had one key would each write over the other's; combined they are all below the batch's own.</summary>
    private static ProjectArtifacts Below(ProjectArtifacts artifacts, BatchRecord batch, BatchBuild build)
    {
        if (artifacts.Type != ArtifactsType.S3)
        {
            return artifacts;
        }

        var owner = batch.Config?.CombineArtifacts is true ? $"{artifacts.Name}/{batch.BatchId}/{build.Identifier}" : build.Identifier;
        return artifacts with { Path = string.Join('/', new[] { artifacts.Path?.Trim('/'), owner }.Where(part => !string.IsNullOrEmpty(part))) };
    }

    private static BuildRecord Of(BatchRecord batch, string buildId, BatchMember member, BuildSettings settings, DateTimeOffset now) => new()
    {
        BuildId = buildId,
        ProjectName = batch.ProjectName,
        Number = batch.Number,
        Status = BuildStatus.InProgress,
        Initiator = batch.Initiator,
        Settings = settings,
        Output = Beside(batch.Output, buildId),
        PartOf = batch.PartOf,
        Batch = member,
        ServiceVariables = batch.ServiceVariables,
        ProgressSecret = "",
        SubmittedAt = now,
    };

    private static ObjectRef Beside(ObjectRef output, string buildId) => BuildOutputs.Beside(output, buildId);
}
