using System.Text.Json.Nodes;
using Sluice.Deployments.Platforms.Ecs;
using Sluice.Deployments.Runs;
using Sluice.Deployments.Tests.World;
using Sluice.World.Refusals;

namespace Sluice.Deployments.Tests.Refusals;

/// <summary>
/// A suite with something of everything: applications of the three platforms, each with a group <c>live</c>, configurations, instances, and deployments in the
/// states that operations ask for.
/// </summary>
internal sealed class RefusedWorld : IRefusingWorld
{
    public const string Created = "d-CREATED00";
    public const string Baking = "d-BAKING000";
    public const string Paused = "d-PAUSED000";
    public const string Hooked = "d-HOOKED000";
    public const string Reported = "d-REPORTED0";
    public const string Ended = "d-ENDED0000";
    public const string Terminating = "d-TERMINAT0";
    public const string Shifting = "d-SHIFTING0";
    public const string Committed = "d-COMMITTED";
    public const string HookId = "00112233445566778899aabbccddeeff";

    /// <summary>In JSON within JSON, with single quotes.</summary>
    public const string AppSpec =
        @"version: 0.0\nResources: [{fn: {Type: AWS::Lambda::Function, Properties: {Name: fn, Alias: live, TargetVersion: 2}}}]";

    private const string Canary = "'computePlatform':'Lambda','trafficRoutingConfig':{'type':'AllAtOnce'}";
    private readonly ApiWorld _api = new();

    public int Writes => _api.Writes;

    public static async Task<RefusedWorld> CreateAsync()
    {
        var world = new RefusedWorld();
        await world.ConfigureAsync();
        await world.RegisterAsync();
        await world.DeployAsync();
        return world;
    }

    public Task<(int Status, JsonNode? Answer)> AskAsync(string operation, JsonObject input) => _api.AskAsync(operation, input);

    public Task<JsonNode> CallAsync(string operation, JsonObject input) => _api.CallAsync(operation, input);

    public void Dispose() => _api.Dispose();

    private async Task ConfigureAsync()
    {
        await _api.CallAsync("CreateDeploymentConfig", $"{{'deploymentConfigName':'used',{Canary}}}");
        await _api.CallAsync("CreateDeploymentConfig", $"{{'deploymentConfigName':'spare',{Canary}}}");
        await _api.CreateGroupAsync("shop", "Lambda", "{'deploymentConfigName':'used'}");
        await _api.CallAsync("CreateDeploymentGroup", ApiWorld.GroupInput("shop", "Lambda", name: "busy"));
        await _api.CreateGroupAsync("site", "ECS");
        _api.Services["shop/api"] = new EcsServiceView(true, "EXTERNAL");
        _api.Services["shop/rolling"] = new EcsServiceView(true, "ECS");
        await _api.CallAsync("CreateDeploymentGroup", GoodInputs.Edited("CreateDeploymentGroup", GroupRefusals.Service("api").Replace("{'applicationName'", "{'deploymentGroupName':'second','applicationName'", StringComparison.Ordinal)));
        await _api.CreateGroupAsync("fleet", "Server");
        await _api.CallAsync("CreateDeploymentGroup", ApiWorld.GroupInput("fleet", "Server", name: "other"));
    }

    private async Task RegisterAsync()
    {
        await _api.CallAsync("RegisterApplicationRevision", GoodInputs.Edited("RegisterApplicationRevision", "{}"));
        await _api.CallAsync("RegisterOnPremisesInstance", "{'instanceName':'one','iamUserArn':'arn:aws:iam::123456789012:user/one'}");
        await _api.CallAsync("RegisterOnPremisesInstance", "{'instanceName':'two','iamSessionArn':'arn:aws:sts::123456789012:assumed-role/r/two'}");
    }

    private async Task DeployAsync()
    {
        await _api.CallAsync(
            "CreateDeployment",
            GoodInputs.Edited("CreateDeployment", $"{{'deploymentGroupName':'busy','revision':{{'revisionType':'String','string':{{'content':'{AppSpec.Replace("live", "busy", StringComparison.Ordinal)}'}}}}}}"));
        var ended = Samples.Ended(Ended, _api.Time.GetUtcNow(), DeploymentOutcome.Succeeded);
        var going = ended with { Status = DeploymentStatus.InProgress, Outcome = null, CompleteTime = null, Step = 2, Attempt = 1 };
        var hook = new HookRun(2, "BeforeAllowTraffic", "hook", 3600, Deployments.Model.HookId.Hash(HookId), 0, _api.Time.GetUtcNow().AddHours(1), null);
        var service = new EcsPlan("shop", "web", new TaskSetPlan("web:2", "web", 80, null, null, null), ["blue", "green"], "arn:listener", null, new EcsWaits(null, true, 60, 60));
        var ecs = going with { Plan = going.Plan with { Target = service } };
        await StoreAsync(ended);
        await StoreAsync(going with { DeploymentId = Created, Status = DeploymentStatus.Created, StartTime = null });
        await StoreAsync(Waiting(going, Baking, WaitKind.Bake));
        await StoreAsync(Waiting(going, Paused, WaitKind.Pause));
        await StoreAsync(Waiting(going, Hooked, WaitKind.Hook) with { Hook = hook });
        await StoreAsync(Waiting(going, Reported, WaitKind.Hook) with { Hook = hook with { Report = HookStatus.Succeeded } });
        await StoreAsync(Waiting(ecs, Terminating, WaitKind.Termination));
        await StoreAsync(Waiting(ecs, Shifting, WaitKind.Bake));
        await StoreAsync(Waiting(ecs, Committed, WaitKind.Drain) with { IsCommitted = true });
    }

    // Tokens of actions are noted and no machine is looked for.
    private static Deployment Waiting(Deployment record, string id, WaitKind kind) =>
        record with { DeploymentId = id, Parked = new ParkedWait(kind, record.Step, record.Attempt, 0, $"action-{id}") };

    private Task StoreAsync(Deployment record) => _api.Table.TransactAsync(_api.Get<DeploymentStore>().Creation(new RunChange<Deployment>(null, record)));
}
