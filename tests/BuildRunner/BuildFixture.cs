using System.Collections;
using Microsoft.Extensions.Time.Testing;
using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;
using Sluice.BuildContract.Batches;
using Sluice.BuildRunner.Configuration;
using Sluice.BuildRunner.Logs;
using Sluice.BuildRunner.Packages;
using Sluice.BuildRunner.Processes;
using Sluice.BuildRunner.Runs;
using Sluice.Platform.Artifacts;
using Sluice.Platform.Ids;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;

namespace Sluice.BuildRunner.Tests;

/// <summary>Runs real builds of a temporary repository with real git and shells.</summary>
internal sealed class BuildFixture : IDisposable
{
    private readonly TemporaryFolder _workspaces = new();
    private readonly TemporaryFolder _cache = new();
    private readonly LineLog _log = new();

    public GitRepository Repository { get; } = new();

    public MemoryObjects Objects { get; } = new();

    public MemoryBuckets Buckets { get; } = new();

    public MemoryValues Values { get; } = new();

    public List<JobVariable> Environment { get; } = [];

    public Dictionary<string, string> Machine { get; } = System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    public BatchShard? Shard { get; set; }

    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(1);

    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>A sandbox's.</summary>
    public ICommandSource? Commands { get; set; }

    /// <summary>The service of packages; null for none.</summary>
    public IPackageService? Packages { get; set; }

    public string Log => _log.ToString();

    public Task SeenAsync(string line) => _log.SeenAsync(line);

    public string WorkspaceParent => _workspaces.Path;

    public string CacheFolder => _cache.Path;

    public Task<BuildResult> BuildAsync(string buildspec, CancellationToken stop = default)
    {
        Repository.Write("buildspec.yml", buildspec);
        return BuildCommitAsync(Repository.Commit(), stop);
    }

    public Task<BuildResult> BuildCommitAsync(string commit, CancellationToken stop = default) =>
        RunAsync(JobOf(new JobSource { Kind = JobSourceKind.Git, Repository = Repository.Folder, Version = commit }), stop);

    public BuildJob JobOf(JobSource source) => new()
    {
        BuildId = $"project:{Guid.NewGuid()}",
        BuildArn = "arn:build",
        BuildNumber = 7,
        Initiator = "codepipeline/shop",
        Output = new ObjectRef("bucket", "builds/1"),
        TimeoutSeconds = (int)Timeout.TotalSeconds,
        Source = source,
        Environment = Environment,
        Artifacts = new JobArtifact { ForPipeline = true, IsZip = true },
        Batch = Shard is { } shard ? new JobBatch("arn:batch", "one", shard.Index, shard.Count) : null,
    };

    public Task<BuildResult> RunAsync(BuildJob job, CancellationToken stop = default)
    {
        var log = new BuildLog(new SecretMask(JobSecrets.Of(job, Machine)), _log);
        var ports = new RunnerPorts(Machine, new SystemProcesses(), Objects, Buckets, Values, Time, new RandomIds(), log) { CacheFolder = CacheFolder, Commands = Commands, Packages = Packages };
        return new BuildRun(job, _workspaces.Path, ports).RunAsync(stop);
    }

    /// <summary>Builds, and lets the build's time be up when this line is in the log.</summary>
    public async Task<BuildResult> BuildUntilTimeoutAsync(string buildspec, string line)
    {
        Timeout = TimeSpan.FromHours(7);
        var time = new FakeTimeProvider();
        Time = time;
        var seen = SeenAsync(line);
        var build = BuildAsync(buildspec);
        await Task.WhenAny(seen, build);
        time.Advance(Timeout);
        return await build;
    }

    public ArtifactManifest Manifest(BuildResult result) => Objects.Read<ArtifactManifest>(result.Manifest!);

    public static string Phases(BuildResult result) =>
        string.Join(' ', result.Phases.Select(phase => phase.PhaseStatus == BuildStatus.Succeeded ? phase.PhaseType.WireName() : $"{phase.PhaseType.WireName()}!{phase.PhaseStatus.WireName()}"));

    public void Dispose()
    {
        Repository.Dispose();
        _workspaces.Dispose();
        _cache.Dispose();
    }
}
