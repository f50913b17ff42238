using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Local.StateMachines;
using Sluice.Local.StateMachines.Definitions;
using Sluice.Local.StateMachines.Journaling;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Local.StateMachines.Time;
using Sluice.Pipelines.ControlPlane.Jobs;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Providers;
using Sluice.Pipelines.Providers.Invoke;
using Sluice.Platform.Actions;
using Sluice.Platform.Events;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;
using Sluice.Platform.StateMachines;
using Run = Sluice.Pipelines.Tests.Stages.Run;

namespace Sluice.Pipelines.Tests.Fakes;

/// <summary>The machine of jobs on the real engine, its own Lambdas for real, and a function that a test plays. Everything runs on virtual time.</summary>
internal sealed class InvokeHost : ITaskServices, IStateMachines, IDisposable
{
    private static readonly MachineDefinition Definition =
        SuiteMachines.Read("action-invoke", new[] { "PlanInvoke", "AwaitAnswer" }.ToDictionary(name => $"{name}FunctionArn", name => name));

    private string _run = "";

    public InvokeHost()
    {
        Suite = new Suite(Time, this, table => new CrashingTable(table, Crashes));
        Engine = new ExecutionEngine(this, Time, new InMemoryExecutionJournal(), new CountingIds());
    }

    public VirtualTime Time { get; } = new();

    public Crashes Crashes { get; } = new();

    public ExecutionEngine Engine { get; }

    public Suite Suite { get; }

    /// <summary>The events that the function was called with.</summary>
    public List<JsonObject> Called { get; } = [];

    /// <summary>What the function does with its job, after a second.</summary>
    public Func<JsonObject, Task>? Function { get; set; }

    /// <summary>Thrown by each call of the function.</summary>
    public Exception? Refusal { get; set; }

    /// <summary>What the pipeline was told.</summary>
    public List<ActionResult> Told { get; } = [];

    public async Task BeginAsync(Func<ActionRequest, ActionRequest>? change = null)
    {
        await Suite.Get<PipelineCatalog>().CreateAsync("p.json", Documents.ThreeStages());
        _run = (await Run.StartAsync(Suite, 1)).Id;
        await StartAsync(change);
    }

    /// <summary>As the pipeline's machine asks.</summary>
    public async Task StartAsync(Func<ActionRequest, ActionRequest>? change = null)
    {
        var configuration = new Dictionary<string, string> { ["FunctionName"] = "smoke", ["UserParameters"] = "fast" };
        var request = new ActionRequest("pipelines-token", "app", _run, "Build", "Smoke", "a-1", configuration, new Dictionary<string, ObjectRef>(), [])
        {
            Category = "Invoke", Owner = "AWS", Provider = "Lambda", TimeoutSeconds = 86_400,
        };
        await Suite.Get<StartAction>().StartAsync(change?.Invoke(request) ?? request);
    }

    /// <summary>Starts what the outbox asks for of this machine, each message twice.</summary>
    public async Task<IReadOnlyList<Execution>> DeliverAsync()
    {
        var started = new List<Execution>();
        foreach (var request in (await Suite.EventsAsync()).Where(written => written.DetailType == Outbox.StartDetailType && (string?)written.Detail["machine"] == "action-invoke"))
        {
            for (var i = 0; i < 2; i++)
            {
                if (Engine.TryStart(Definition, "action-invoke", (string)request.Detail["name"]!, Local.StateMachines.Values.Data.From(request.Detail["input"]), out var execution))
                {
                    started.Add(execution);
                }
            }
        }

        return started;
    }

    public static string JobOf(JsonObject called) => (string)called["CodePipeline.job"]!["id"]!;

    public Task SucceedAsync(string jobId, string? token = null) => Suite.Get<JobResults>().SucceedAsync(new JobSuccess(jobId) { ContinuationToken = token }, CancellationToken.None);

    public bool Serves(string resource) => resource == "arn:aws:states:::lambda:invoke";

    public async Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        try
        {
            return new JsonObject { ["StatusCode"] = 200, ["Payload"] = await InvokeAsync((string)call.Parameters!["FunctionName"]!, call) };
        }
        catch (Exception e) when (e is not TaskFailedException)
        {
            throw LambdaFaults.Of(e);
        }
    }

    Task<bool> IStateMachines.StartAsync(string machine, string executionName, JsonNode input, CancellationToken cancellationToken) => throw new NotSupportedException("Starts go by the outbox.");

    Task<bool> IStateMachines.SucceedTaskAsync(string taskToken, JsonNode? output, CancellationToken cancellationToken) => Crashes.Around(() =>
    {
        if (taskToken.StartsWith("pipelines-token", StringComparison.Ordinal))
        {
            Told.Add(output.Deserialize<ActionResult>(SluiceJson.Options)!);
            return Task.FromResult(true);
        }

        return Task.FromResult(Engine.SucceedTask(taskToken, output));
    });

    Task<bool> IStateMachines.FailTaskAsync(string taskToken, string error, string cause, CancellationToken cancellationToken) => throw new NotSupportedException("A failed action is a result.");

    Task<bool> IStateMachines.HeartbeatTaskAsync(string taskToken, CancellationToken cancellationToken) => throw new NotSupportedException("There are no heartbeats.");

    public void Dispose() => Suite.Dispose();

    private async Task<JsonNode?> InvokeAsync(string function, TaskCall call)
    {
        var payload = call.Parameters!["Payload"]!;
        switch (function)
        {
            case "PlanInvoke":
                return JsonSerializer.SerializeToNode(await Suite.Get<PlanInvoke>().PlanAsync(payload.Deserialize<InvokeQuestion>(SluiceJson.Options)!), SluiceJson.Options);
            case "AwaitAnswer":
                await Suite.Get<AwaitAnswer>().RunAsync(payload.Deserialize<AnswerWait>(SluiceJson.Options)!);
                return null;
            default:
                ((string?)call.Parameters["InvocationType"]).ShouldBe("Event");
                Called.Add((JsonObject)payload.DeepClone());
                _ = Refusal is null ? LaterAsync(Called[^1]) : throw Refusal;
                return null;
        }
    }

    private async Task LaterAsync(JsonObject called)
    {
        await Task.Delay(TimeSpan.FromSeconds(1), Time);
        if (Function is { } function)
        {
            await function(called);
        }
    }
}
