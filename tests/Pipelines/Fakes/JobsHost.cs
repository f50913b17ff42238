using System.Text.Json.Nodes;
using Sluice.Pipelines.Providers;
using Sluice.Platform.Actions;
using Sluice.Platform.Objects;
using Sluice.Platform.Tables;
using Run = Sluice.Pipelines.Tests.Stages.Run;

namespace Sluice.Pipelines.Tests.Fakes;

/// <summary>A run, action types of the team's own and of a partner's, and workers that speak the wire API.</summary>
internal sealed class JobsHost : IDisposable
{
    public const string Type = "'category':'Build','provider':'Jenkins','version':'1'";
    public const string Partners = "'category':'Test','owner':'ThirdParty','provider':'Partner','version':'1'";
    private readonly WireApi _api;

    private JobsHost(Func<ITable, ITable>? wrap)
    {
        Suite = new Suite(Time, wrap: wrap);
        _api = new WireApi(Suite.Services, "codepipeline");
    }

    public SetClock Time { get; } = new();

    public Suite Suite { get; }

    public string RunId { get; private set; } = "";

    public static async Task<JobsHost> StartAsync(Func<ITable, ITable>? wrap = null)
    {
        var host = new JobsHost(wrap);
        await host.Suite.Get<ControlPlane.Pipelines.PipelineCatalog>().CreateAsync("p.json", Documents.ThreeStages());
        host.RunId = (await Run.StartAsync(host.Suite, 1)).Id;
        await host.CallAsync(
            "CreateCustomActionType",
            $"{Type},'configurationProperties':[{{'name':'Project','required':true,'key':true,'secret':false,'queryable':true}},{{'name':'Password','required':false,'key':false,'secret':true}}],"
            + "'inputArtifactDetails':{'minimumCount':0,'maximumCount':5},'outputArtifactDetails':{'minimumCount':0,'maximumCount':5}");
        await host.CallAsync("UpdateActionType", $"'actionType':{{'id':{{{Partners}}},{PartnersRest()}}}");
        return host;
    }

    public static string PartnersRest(string executor = "'type':'JobWorker','configuration':{'jobWorkerExecutorConfiguration':{'pollingAccounts':['123456789012']}}") =>
        $"'executor':{{{executor}}},'inputArtifactDetails':{{'minimumCount':0,'maximumCount':1}},'outputArtifactDetails':{{'minimumCount':0,'maximumCount':1}}";

    /// <summary>Asks for an action as the pipeline's machine does. The token is the id's.</summary>
    public async Task BeginAsync(string id, Func<ActionRequest, ActionRequest>? change = null, string? token = null)
    {
        var request = new ActionRequest(
            token ?? $"token-{id}", "app", RunId, "Build", "Compile", id, new Dictionary<string, string> { ["Project"] = "web", ["Password"] = "s3cret" }, new Dictionary<string, ObjectRef>(), ["Package"])
        {
            Category = "Build", Owner = "Custom", Provider = "Jenkins", TimeoutSeconds = 86_400,
        };
        await Suite.Get<StartAction>().StartAsync(change?.Invoke(request) ?? request);
    }

    public Task BeginPartnersAsync(string id, string token = "shared") => BeginAsync(id, request => request with
    {
        Category = "Test", Owner = "ThirdParty", Provider = "Partner", Configuration = new Dictionary<string, string> { ["ClientToken"] = token }, OutputArtifacts = [],
    });

    public Task<JsonNode?> CallAsync(string operation, string input) => _api.CallAsync(operation, SingleQuoted.Json($"{{{input}}}"));

    public Task<(string Code, string Message)> RefusedAsync(string operation, string input) => _api.RefusedAsync(operation, SingleQuoted.Json($"{{{input}}}"));

    public Task<(int Status, JsonNode? Answer)> AskAsync(string operation, string body) => _api.AskAsync(operation, body);

    public async Task<int> StatusAsync(string operation, string input) => (await AskAsync(operation, SingleQuoted.Json($"{{{input}}}").ToJsonString())).Status;

    public async Task<IReadOnlyList<JsonNode>> PollAsync(int most = 10, string more = "")
    {
        var answer = await CallAsync("PollForJobs", $"'actionTypeId':{{{Type},'owner':'Custom'}},'maxBatchSize':{most}{more}");
        return [.. answer!["jobs"]!.AsArray().Select(job => job!)];
    }

    /// <summary>A worker that has the one job that there is.</summary>
    public async Task<JsonNode> TakeAsync()
    {
        var job = (await PollAsync()).Single();
        (await AcknowledgeAsync(job)).ShouldBe("InProgress");
        return job;
    }

    public async Task<string> AcknowledgeAsync(JsonNode job) => (string)(await CallAsync("AcknowledgeJob", $"'jobId':'{job["id"]}','nonce':'{job["nonce"]}'"))!["status"]!;

    public Task SucceedAsync(JsonNode job, string more = "") => CallAsync("PutJobSuccessResult", $"'jobId':'{job["id"]}'{more}");

    public Task<(string Code, string Message)> SuccessRefusedAsync(JsonNode job, string more = "") => RefusedAsync("PutJobSuccessResult", $"'jobId':'{job["id"]}'{more}");

    public ActionResult Result(string id) => Suite.Board.Result($"token-{id}");

    public bool IsRunning(string id) => !Suite.Board.Done.ContainsKey($"token-{id}");

    public void Dispose() => Suite.Dispose();
}
