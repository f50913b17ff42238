using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Sluice.BuildContract;
using Sluice.Builds.ControlPlane.Projects;
using Sluice.Builds.Ending;
using Sluice.Builds.Model;
using Sluice.Builds.Queueing;
using Sluice.Builds.Records;
using Sluice.Builds.Running;
using Sluice.Builds.Shapes;
using Sluice.Builds.Starting;
using Sluice.Builds.Stopping;
using Sluice.Builds.Tests.World;
using Sluice.Platform.Access;
using Sluice.Platform.Actions;
using Sluice.Platform.Artifacts;
using Sluice.Platform.Ids;
using Sluice.Platform.Objects;
using Sluice.Platform.StateMachines;
using Sluice.Platform.Tables;
using Sluice.Platform.Tables.Sqlite;
using Sluice.Platform.Tracing;

namespace Sluice.Builds.Tests;

/// <summary>The build service on a real table in memory.</summary>
internal sealed class BuildsFixture : IDisposable
{
    public static readonly ObjectRef Source = new("artifacts", "shop/source/manifest.json");
    private readonly ServiceProvider _services;

    public BuildsFixture(TimeProvider? time = null, IStateMachines? machines = null, IObjectStore? store = null, int atOnce = 6, Func<ITable, ITable>? wrap = null, BuildComputes? computes = null, TraceSettings? traces = null)
    {
        Time = time ?? TimeProvider.System;
        Table = SqliteTable.InMemory(Time);
        Objects.Put(Source, new ArtifactManifest("/repos/shop", new string('c', 40), null, new Dictionary<string, ArtifactZip>(), new Dictionary<string, ObjectRef>()));
        _services = new ServiceCollection()
            .AddSingleton(wrap?.Invoke(Table) ?? Table).AddSingleton(new BuildLimit(atOnce)).AddSingleton(computes ?? BuildComputes.OneMachine).AddSingleton(store ?? Objects).AddSingleton(machines ?? Machines).AddSingleton(Time).AddSingleton<IIds>(new CountingIds()).AddSingleton<ISecretBox, OpenBox>().AddSingleton(traces ?? TraceSettings.Off)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>)).AddBuilds().BuildServiceProvider();
    }

    public TimeProvider Time { get; }

    public SqliteTable Table { get; }

    public MemoryObjects Objects { get; } = new();

    public TokenBoard Machines { get; } = new();

    public StartBuildAction Start => Get<StartBuildAction>();

    public BeginBuild Begin => Get<BeginBuild>();

    public AwaitBuildStop Await => Get<AwaitBuildStop>();

    public BuildStopper Stop => Get<BuildStopper>();

    public StopBuildAction StopAction => Get<StopBuildAction>();

    public EndBuild End => Get<EndBuild>();

    public RecoverBuild Recover => Get<RecoverBuild>();

    public BuildQueueStore Queue => Get<BuildQueueStore>();

    public BuildStore Store => Get<BuildStore>();

    public static string BuildId => BuildIds.Of("shop", "action-1");

    public static ActionRequest Request(string token = "parent", string? action = null, params (string Key, string Value)[] configuration) => new(
        token, "shop", "run-1", "Build", "Compile", action ?? "action-1", configuration.ToDictionary(entry => entry.Key, entry => entry.Value),
        new Dictionary<string, ObjectRef> { ["Source"] = Source }, ["Package"]);

    /// <summary>Makes the project that the request's build is of.</summary>
    public Task CreateProjectAsync(ProjectEnvironment environment) => Get<ProjectStore>().CreateAsync(new StoredProject("1", ProjectSettings.Create(
        new CreateProjectInput
        {
            Name = "shop", ServiceRole = "role", Source = new ProjectSource { Type = SourceType.NO_SOURCE, Buildspec = "version: 0.2\n" }, Artifacts = new ProjectArtifacts { Type = ArtifactsType.NO_ARTIFACTS },
            Environment = environment,
        },
        Time.GetUtcNow())) { PublicAlias = "alias" });

    public void PutResult(BuildStatus status, string? message = null) => PutResultOf(BuildId, status, message);

    public void PutResultOf(string buildId, BuildStatus status, string? message = null)
    {
        var start = Time.GetUtcNow();
        var phase = PhaseRecord.Between(PhaseType.DownloadSource, BuildStatus.Succeeded, start, start.AddSeconds(3));
        Objects.Put(
            new ObjectRef("artifacts", $"shop/builds/{buildId}/result.json"),
            new BuildResult(status, [phase], new ObjectRef("artifacts", "m.json"), new Dictionary<string, string> { ["V"] = "1" }, message)
            {
                OutputArtifacts = new Dictionary<string, ObjectRef> { ["Package"] = new("artifacts", "m.json") },
            });
    }

    public async Task<IReadOnlyList<Item>> EventsAsync(string id)
    {
        var page = await Table.QueryAsync(new Query($"EVENT#{id}"));
        return page.Items;
    }

    public void Dispose()
    {
        _services.Dispose();
        Table.Dispose();
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();
}
