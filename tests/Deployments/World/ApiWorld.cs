using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Sluice.Deployments.Platforms.Ecs;
using Sluice.Local.StateMachines.Time;
using Sluice.Platform.Ids;
using Sluice.Platform.Objects;
using Sluice.Platform.StateMachines;
using Sluice.Platform.Tables;
using Sluice.Platform.Tables.Sqlite;

namespace Sluice.Deployments.Tests.World;

/// <summary>CodeDeploy's objects over the wire API, on the real table, without machines.</summary>
internal sealed class ApiWorld : IDisposable, IEcsServiceViews
{
    public const string Role = "arn:aws:iam::123456789012:role/deploy";
    private readonly SqliteTable _sqlite;
    private readonly CountingTable _table;
    private readonly ServiceProvider _services;
    private readonly WireApi _api;

    public ApiWorld()
    {
        _sqlite = SqliteTable.InMemory(Time);
        _table = new CountingTable(_sqlite);
        _services = new ServiceCollection()
            .AddSingleton<ITable>(_table)
            .AddSingleton<IObjectStore>(new MemoryObjects())
            .AddSingleton<IStateMachines>(new EngineMachines())
            .AddSingleton<IIds>(new CountingIds())
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IEcsServiceViews>(this)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddDeployments()
            .BuildServiceProvider();
        _api = new WireApi(_services, "codedeploy");
    }

    public VirtualTime Time { get; } = new();

    public ITable Table => _table;

    /// <summary>How many writes were made so far.</summary>
    public int Writes => _table.Writes;

    /// <summary>What ECS tells of each service, by cluster and name.</summary>
    public Dictionary<string, EcsServiceView> Services { get; } = new() { ["shop/web"] = new EcsServiceView(true, "EXTERNAL") };

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>The answer; the input is JSON with single quotes.</summary>
    public async Task<JsonNode> CallAsync(string operation, string input = "{}") => await _api.CallAsync(operation, Json(input)) ?? new JsonObject();

    public async Task<JsonNode> CallAsync(string operation, JsonObject input) => await _api.CallAsync(operation, input) ?? new JsonObject();

    /// <summary>The error's name and message.</summary>
    public Task<(string Code, string Message)> RefusedAsync(string operation, string input = "{}") => _api.RefusedAsync(operation, Json(input));

    public Task<(string Code, string Message)> RefusedAsync(string operation, JsonObject input) => _api.RefusedAsync(operation, input);

    /// <summary>The HTTP status and the answer, whatever it is.</summary>
    public Task<(int Status, JsonNode? Answer)> AskAsync(string operation, JsonObject input) => _api.AskAsync(operation, input.ToJsonString());

    public Task CreateApplicationAsync(string name, string platform = "Lambda") =>
        CallAsync("CreateApplication", $"{{'applicationName':'{name}','computePlatform':'{platform}'}}");

    /// <summary>Makes an application of this name and platform, and a group <c>live</c> in it.</summary>
    public async Task CreateGroupAsync(string application, string platform = "Lambda", string more = "{}")
    {
        await CreateApplicationAsync(application, platform);
        await CallAsync("CreateDeploymentGroup", GroupInput(application, platform, more));
    }

    /// <summary>The least that a group of this platform needs, and more.</summary>
    public static JsonObject GroupInput(string application, string platform, string more = "{}", string name = "live")
    {
        var input = Json($"{{'applicationName':'{application}','deploymentGroupName':'{name}','serviceRoleArn':'{Role}'}}");
        foreach (var (member, value) in Least(platform).Concat(Json(more)).ToList())
        {
            input[member] = value?.DeepClone();
        }

        return input;
    }

    public async Task<JsonNode> GroupAsync(string application, string name = "live") =>
        (await CallAsync("GetDeploymentGroup", $"{{'applicationName':'{application}','deploymentGroupName':'{name}'}}"))["deploymentGroupInfo"]!;

    public Task<EcsServiceView?> FindAsync(ECSService service, CancellationToken cancellationToken) =>
        Task.FromResult<EcsServiceView?>(Services.TryGetValue($"{service.ClusterName}/{service.ServiceName}", out var view) ? view : new EcsServiceView(false, null));

    public void Pass(TimeSpan time) => Time.Run(() => Task.Delay(time, Time));

    public static JsonObject Json(string text) => SingleQuoted.Json(text);

    public void Dispose()
    {
        _services.Dispose();
        _sqlite.Dispose();
    }

    private static JsonObject Least(string platform) => Json(platform switch
    {
        "Lambda" => "{'deploymentStyle':{'deploymentType':'BLUE_GREEN','deploymentOption':'WITH_TRAFFIC_CONTROL'}}",
        "ECS" => """
            {'deploymentStyle':{'deploymentType':'BLUE_GREEN','deploymentOption':'WITH_TRAFFIC_CONTROL'},
             'ecsServices':[{'clusterName':'shop','serviceName':'web'}],
             'blueGreenDeploymentConfiguration':{'terminateBlueInstancesOnDeploymentSuccess':{'action':'TERMINATE','terminationWaitTimeInMinutes':5},
                'deploymentReadyOption':{'actionOnTimeout':'CONTINUE_DEPLOYMENT'}},
             'loadBalancerInfo':{'targetGroupPairInfoList':[{'targetGroups':[{'name':'blue'},{'name':'green'}],
                'prodTrafficRoute':{'listenerArns':['arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/lb/1/2']}}]}}
            """,
        _ => "{}",
    });
}
