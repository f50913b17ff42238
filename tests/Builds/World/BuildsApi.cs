using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Sluice.Builds.ControlPlane.Reports;
using Sluice.Builds.ControlPlane.Webhooks;
using Sluice.Builds.Queueing;
using Sluice.Builds.Sandboxes;
using Sluice.Local.StateMachines.Time;
using Sluice.Platform.Access;
using Sluice.Platform.Ids;
using Sluice.Platform.Objects;
using Sluice.Platform.StateMachines;
using Sluice.Platform.Tables;
using Sluice.Platform.Tables.Sqlite;
using Sluice.World.Refusals;

namespace Sluice.Builds.Tests.World;

/// <summary>CodeBuild's objects over the wire API, on the real table, without machines.</summary>
internal sealed class BuildsApi : IRefusingWorld
{
    private readonly SqliteTable _sqlite;
    private readonly CountingTable _table;
    private readonly ServiceProvider _services;
    private readonly WireApi _api;

    public BuildsApi()
    {
        _sqlite = SqliteTable.InMemory(Time);
        _table = new CountingTable(_sqlite);
        _services = new ServiceCollection()
            .AddSingleton<ITable>(_table)
            .AddSingleton<IObjectStore>(Objects)
            .AddSingleton<ISecretBox, OpenBox>()
            .AddSingleton<IBuildStarter>(Started)
            .AddSingleton<IStateMachines>(Machines)
            .AddSingleton<ISandboxTerminals>(Terminals)
            .AddSingleton<IIds>(new CountingIds())
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton(new BuildLimit(2))
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddBuilds()
            .BuildServiceProvider();
        _api = new WireApi(_services, "codebuild");
    }

    public VirtualTime Time { get; } = new();

    public MemoryObjects Objects { get; } = new();

    public StartedBuilds Started { get; } = new();

    public TokenBoard Machines { get; } = new();

    public PlayedTerminals Terminals { get; } = new();

    public ITable Table => _table;

    /// <summary>How many writes were made so far.</summary>
    public int Writes => _table.Writes;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>The answer; the input is JSON with single quotes.</summary>
    public async Task<JsonNode> CallAsync(string operation, string input = "{}") => await _api.CallAsync(operation, SingleQuoted.Json(input)) ?? new JsonObject();

    /// <summary>The error's name and message.</summary>
    public Task<(string Code, string Message)> RefusedAsync(string operation, string input = "{}") => _api.RefusedAsync(operation, SingleQuoted.Json(input));

    /// <inheritdoc/>
    public Task<(int Status, JsonNode? Answer)> AskAsync(string operation, JsonObject input) => _api.AskAsync(operation, input.ToJsonString());

    /// <summary>What the end of a build does with its reports.</summary>
    public Task<ImportedReports> HandOverAsync(HandedReports handed) => Get<ReportImport>().ImportAsync(handed, CancellationToken.None);

    /// <summary>Makes a project; what more is said is laid over the least that one needs.</summary>
    public async Task<JsonNode> CreateProjectAsync(string name, string more = "{}") => (await CallAsync("CreateProject", ProjectInput(name, more)))["project"]!;

    /// <summary>The least that a project needs, and more.</summary>
    public static string ProjectInput(string name, string more = "{}")
    {
        var input = SingleQuoted.Json(
            $"{{'name':'{name}','source':{{'type':'NO_SOURCE','buildspec':'version: 0.2\\n'}},'artifacts':{{'type':'NO_ARTIFACTS'}},"
            + "'environment':{'type':'LINUX_CONTAINER','image':'local','computeType':'BUILD_GENERAL1_SMALL'}}");
        foreach (var (member, value) in SingleQuoted.Json(more).ToList())
        {
            input[member] = value?.DeepClone();
        }

        return input.ToJsonString();
    }

    public async Task<JsonNode> ProjectAsync(string name) => (await CallAsync("BatchGetProjects", $"{{'names':['{name}']}}"))["projects"]![0]!;

    public void Dispose()
    {
        _services.Dispose();
        _sqlite.Dispose();
    }
}
