using System.Text.Json.Nodes;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Providers;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Stages;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Pipelines.Tests.Stages;
using Sluice.Platform.Actions;
using Sluice.Platform.Tables;
using Sluice.World.Refusals;

namespace Sluice.Pipelines.Tests.Refusals;

/// <summary>A suite with something of everything that operations ask for. Ids that come with it are asked for by names that begin with $.</summary>
internal sealed class RefusedWorld : IRefusingWorld
{
    /// <summary>Where somebody else is always faster.</summary>
    public const string Raced = "raced";

    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly Suite _suite;
    private readonly WireApi _api;
    private CountingTable _counted = null!;
    private RacedTable _raced = null!;

    private RefusedWorld()
    {
        _suite = new Suite(wrap: table => _raced = new RacedTable(_counted = new CountingTable(table), key => key.Pk.Contains(Raced, StringComparison.Ordinal) || key.Sk.Contains(Raced, StringComparison.Ordinal)));
        _api = new WireApi(_suite.Get<IServiceProvider>(), "codepipeline");
    }

    public int Writes => _counted.Writes;

    /// <summary>The service's operations that there are.</summary>
    public static IReadOnlyList<string> Built()
    {
        using var world = new RefusedWorld();
        return new Platform.Protocol.OperationCatalog(new Platform.Protocol.Models.ServiceModels(), world._suite.Get<IEnumerable<Platform.Protocol.OperationRegistration>>()).BuiltOf("codepipeline");
    }

    public static async Task<RefusedWorld> CreateAsync()
    {
        var world = new RefusedWorld();
        foreach (var prefix in (string[])["", $"{Raced}-"])
        {
            await world.AddRunsAsync(prefix);
        }

        await world.AddOutdatedAsync();
        await world.AddFullAsync();
        await world.AddWorkersAsync();
        await world.AddWebhooksAsync();
        world._raced.IsRacing = true;
        return world;
    }

    public Task<(int Status, JsonNode? Answer)> AskAsync(string operation, JsonObject input)
    {
        var text = input.ToJsonString();
        return _api.AskAsync(operation, _ids.OrderByDescending(id => id.Key.Length).Aggregate(text, (told, id) => told.Replace($"${id.Key}", id.Value, StringComparison.Ordinal)));
    }

    /// <summary>Makes as many custom action types as there may be.</summary>
    public Task FillActionTypesAsync() => _suite.Stored.UpdateAsync(new UpdateItem(new Key("ACTIONTYPECOUNT", "COUNT"), [Change.Set("count", ActionTypeStore.Most)]));

    /// <summary>Makes as many webhooks as there may be.</summary>
    public async Task FillWebhooksAsync()
    {
        var one = (await _suite.Stored.GetAsync(new Key(WebhookStore.Partition, "hooked")))!;
        foreach (var number in Enumerable.Range(0, 300))
        {
            await _suite.Stored.PutAsync(new PutItem(new Key(WebhookStore.Partition, $"hook-{number}"), (JsonObject)one.Attributes.DeepClone()));
        }
    }

    public void Dispose() => _suite.Dispose();

    /// <summary>A run that succeeded, one that failed, two of which the newer failed, one that a condition holds up, one that waits for a person and one that is being stopped.</summary>
    private async Task AddRunsAsync(string prefix)
    {
        await _suite.Get<PipelineCatalog>().CreateAsync("p.json", Documents.ThreeStages($"{prefix}done"));
        var done = await StartAsync($"{prefix}done");
        await done.FinishAsync();
        _ids[$"{prefix}deployAction"] = (await _suite.RunAsync(done.Id, $"{prefix}done")).FindStage("Deploy")!.Actions.Single().ActionExecutionId;

        await _suite.KeepAsync(PipelineText.Begin($"{prefix}failed").Stage("Build", PipelineText.Build("Compile")));
        await FailAsync($"{prefix}failed", $"{prefix}older");
        await FailAsync($"{prefix}failed");

        await _suite.KeepAsync(Held($"{prefix}held"));
        _ids[$"{prefix}heldOlderRun"] = (await AtSecondStageAsync($"{prefix}held")).Id;
        await AtSecondStageAsync($"{prefix}held");

        foreach (var name in (string[])[$"{prefix}waiting", $"{prefix}stopping", $"{prefix}approved"])
        {
            await _suite.KeepAsync(PipelineText.Begin(name).Stage("Gate", PipelineText.Approval("Ask")));
            _ids[$"{name}Token"] = (await BegunAsync(await AtSecondStageAsync(name)))[0].ActionExecutionId;
        }

        await CallAsync("PutApprovalResult", $"{{'pipelineName':'{prefix}approved','stageName':'Gate','actionName':'Ask','token':'${prefix}approvedToken','result':{{'status':'Approved','summary':''}}}}");
        await CallAsync("StopPipelineExecution", $"{{'pipelineName':'{prefix}stopping','pipelineExecutionId':'${prefix}stoppingRun'}}");
    }

    /// <summary>A run that succeeded before its stage took an artifact that it has not made.</summary>
    private async Task AddOutdatedAsync()
    {
        var before = PipelineText.Begin("changed").Stage("Build", PipelineText.Build("Compile"));
        await _suite.KeepAsync(before);
        await (await StartAsync("changed")).FinishAsync();
        await _suite.KeepAsync(PipelineText.Begin("changed").Stage("Build", PipelineText.Action("Compile", "Build/AWS/CodeBuild", inputs: "Other", configuration: new JsonObject { ["ProjectName"] = "app" })), version: 2);
    }

    /// <summary>A pipeline with as many runs as it may have, beside one that a condition has ended.</summary>
    private async Task AddFullAsync()
    {
        await _suite.KeepAsync(Held("full").Mode("QUEUED"));
        var run = await AtSecondStageAsync("full");
        await _suite.Stored.UpdateAsync(new UpdateItem(PipelineKeys.Counter("full"), [Change.Set("active", RunStarter.MostActive)]));
        run.Answer!.Status.ShouldBe(PipelineExecutionStatus.Failed);
    }

    /// <summary>Jobs of workers and of a partner: one that was handed out, and one that was acknowledged.</summary>
    private async Task AddWorkersAsync()
    {
        const string type = "{'category':'Build','provider':'Press','version':'1','inputArtifactDetails':{'minimumCount':0,'maximumCount':1},'outputArtifactDetails':{'minimumCount':0,'maximumCount':1}}";
        await CallAsync("CreateCustomActionType", type);
        await CallAsync("CreateCustomActionType", type.Replace("Press", Raced, StringComparison.Ordinal));
        await CallAsync("UpdateActionType", $"{{'actionType':{GoodInputs.PartnerType}}}");

        await _suite.KeepAsync(PipelineText.Begin("worked").Stage("Work", PipelineText.Action("One", "Build/Custom/Press"), PipelineText.Action("Two", "Build/Custom/Press"), PipelineText.Action("Three", "Build/Custom/Press")));
        await BegunAsync(await AtSecondStageAsync("worked"));
        var jobs = (await CallAsync("PollForJobs", "{'actionTypeId':{'category':'Build','owner':'Custom','provider':'Press','version':'1'},'maxBatchSize':2}"))["jobs"]!;
        (_ids["handedNonce"], _ids["handed"], _ids["taken"], _ids["takenNonce"]) = ((string)jobs[0]!["nonce"]!, (string)jobs[0]!["id"]!, (string)jobs[1]!["id"]!, (string)jobs[1]!["nonce"]!);
        await CallAsync("AcknowledgeJob", "{'jobId':'$taken','nonce':'$takenNonce'}");

        var token = new JsonObject { ["ClientToken"] = "secret" };
        await _suite.KeepAsync(PipelineText.Begin("partnered").Stage("Work", PipelineText.Action("One", "Test/ThirdParty/Probe", configuration: token), PipelineText.Action("Two", "Test/ThirdParty/Probe", configuration: (JsonObject)token.DeepClone())));
        await BegunAsync(await AtSecondStageAsync("partnered"));
        var partners = (await CallAsync("PollForThirdPartyJobs", "{'actionTypeId':{'category':'Test','owner':'ThirdParty','provider':'Probe','version':'1'},'maxBatchSize':2}"))["jobs"]!;
        (_ids["partnersHanded"], _ids["partnersTaken"]) = ((string)partners[0]!["jobId"]!, (string)partners[1]!["jobId"]!);
        foreach (var job in (string[])["partnersHanded", "partnersTaken"])
        {
            _ids[$"{job}Nonce"] = (string)(await CallAsync("GetThirdPartyJobDetails", $"{{'jobId':'${job}','clientToken':'secret'}}"))["jobDetails"]!["nonce"]!;
        }

        await CallAsync("AcknowledgeThirdPartyJob", "{'jobId':'$partnersTaken','nonce':'$partnersTakenNonce','clientToken':'secret'}");
    }

    /// <summary>One that no host was told of, and one that its host knows.</summary>
    private async Task AddWebhooksAsync()
    {
        const string webhook = "{'webhook':{'name':'hooked','targetPipeline':'done','targetAction':'Checkout','filters':[{'jsonPath':'$.ref'}],'authentication':'UNAUTHENTICATED','authenticationConfiguration':{}}}";
        await CallAsync("PutWebhook", webhook);
        var source = new JsonObject { ["Owner"] = "acme", ["Repo"] = "shop", ["Branch"] = "main", ["OAuthToken"] = "secret" };
        await _suite.KeepAsync(new PipelineText("hosted").Stage("Source", PipelineText.Action("Checkout", "Source/ThirdParty/GitHub", outputs: "Source", configuration: source)));
        await CallAsync("PutWebhook", webhook.Replace("'done'", "'hosted'", StringComparison.Ordinal).Replace("'hooked'", "'registered'", StringComparison.Ordinal));
        await _suite.Stored.UpdateAsync(new UpdateItem(new Key(WebhookStore.Partition, "registered"), [Change.Set("hostId", "1")]));
    }

    private static PipelineText Held(string name) => PipelineText.Begin(name).Stage("Build", PipelineText.Build("Compile"))
        .On("beforeEntry", """{"conditions":[{"result":"FAIL","rules":[{"name":"Never","ruleTypeId":{"category":"Rule","owner":"AWS","provider":"VariableCheck","version":"1"},"configuration":{"Variable":"a","Value":"b","Operator":"EQ"}}]}]}""");

    private async Task<Run> StartAsync(string pipeline)
    {
        var run = await Run.StartAsync(_suite, 1, pipeline);
        _ids[$"{pipeline}Run"] = run.Id;
        return run;
    }

    /// <summary>The run as its source is read.</summary>
    private async Task<Run> AtSecondStageAsync(string pipeline)
    {
        var run = await StartAsync(pipeline);
        await run.AskAsync();
        await run.GoOnAsync();
        return run;
    }

    private async Task FailAsync(string pipeline, string? named = null)
    {
        var run = await AtSecondStageAsync(pipeline);
        await run.FailAsync("broken");
        _ids[named is null ? $"{pipeline}Run" : $"{named}Run"] = run.Id;
    }

    private async Task<IReadOnlyList<ActionOrder>> BegunAsync(Run run)
    {
        foreach (var order in run.Answer!.Actions)
        {
            await _suite.Get<StartAction>().StartAsync(Request(order));
        }

        return run.Answer.Actions;
    }

    private static ActionRequest Request(ActionOrder order) => new(
        order.ActionExecutionId, order.PipelineName, order.PipelineExecutionId, order.StageName, order.ActionName, order.ActionExecutionId, order.Configuration, order.InputArtifacts, order.OutputArtifacts)
    {
        Category = order.Category, Owner = order.Owner, Provider = order.Provider, TimeoutSeconds = order.TimeoutSeconds,
    };

    private async Task<JsonNode> CallAsync(string operation, string input)
    {
        var (status, answer) = await AskAsync(operation, SingleQuoted.Json(input));
        status.ShouldBe(200, $"{operation} {input}: {answer?.ToJsonString()}");
        return answer ?? new JsonObject();
    }
}
