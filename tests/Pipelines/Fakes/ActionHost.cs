using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Local.StateMachines;
using Sluice.Local.StateMachines.Definitions;
using Sluice.Local.StateMachines.Journaling;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Local.StateMachines.Time;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Providers;
using Sluice.Pipelines.Providers.Calls;
using Sluice.Pipelines.Stages;
using Sluice.Platform.Actions;
using Sluice.Platform.Events;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;
using ExecutionStatusChange = Sluice.Local.StateMachines.Running.ExecutionStatusChange;

namespace Sluice.Pipelines.Tests.Fakes;

/// <summary>The machine of actions on the real engine, its Lambdas for real, and services that a test plays. Everything runs on virtual time.</summary>
internal sealed class ActionHost : ITaskServices, IDisposable
{
    public const string Token = "action-token";

    private static readonly Dictionary<string, string> Substitutions =
        new[] { "AdvanceAction", "ParkAction", "NextStage", "StartAction", "StartBuild", "StartDeployment" }.ToDictionary(name => $"{name}FunctionArn", name => name);

    private static readonly MachineDefinition Definition = SuiteMachines.Read("action", Substitutions);

    private static readonly MachineDefinition Pipeline = SuiteMachines.Read("pipeline", Substitutions);

    private readonly HashSet<string> _started = [];

    public ActionHost()
    {
        Machines = new EngineMachines { Gate = _ => Crashes.Around(() => Task.FromResult(true)) };
        Suite = new Suite(Time, Machines, table => new CrashingTable(table, Crashes));
        Machines.Engine = Engine = new ExecutionEngine(this, Time, new InMemoryExecutionJournal(), new CountingIds());
        Engine.StatusChanged += changed => Changes.Add(changed);
    }

    public VirtualTime Time { get; } = new();

    public Crashes Crashes { get; } = new();

    public EngineMachines Machines { get; }

    public ExecutionEngine Engine { get; }

    public Suite Suite { get; }

    public List<ExecutionStatusChange> Changes { get; } = [];

    /// <summary>The executions of the machine, in their order.</summary>
    public List<Execution> Executions { get; } = [];

    /// <summary>The calls of services that were made, with what they were made with.</summary>
    public List<(string Call, JsonObject Parameters)> Calls { get; } = [];

    /// <summary>What a service answers.</summary>
    public Func<string, JsonObject, JsonNode?> Serve { get; set; } = (call, _) => throw new TaskFailedException($"Test.{call}Exception", "nobody plays it");

    /// <summary>Before each call of a function.</summary>
    public Func<string, JsonNode, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Answers instead of the function that decides.</summary>
    public Func<AdvanceRequest, JsonNode>? Script { get; set; }

    /// <summary>Whether the function that lets the machine wait keeps the token itself; else the test does what it wants with it.</summary>
    public bool Parks { get; set; } = true;

    /// <summary>Whether the machine of pipelines runs, too.</summary>
    public bool RunsPipelines { get; init; }

    /// <summary>What a build makes of a request.</summary>
    public Func<ActionRequest, Task<ActionResult>> Build { get; set; } = request => Task.FromResult(ActionResult.Failed("", $"Nobody plays {request.ActionName}."));

    /// <summary>The action's result; null while it runs.</summary>
    public ActionResult? Result => Machines.Actions.TryGetValue(Token, out var answers) ? answers[^1].Deserialize<ActionResult>(SluiceJson.Options) : null;

    public bool Serves(string resource) => resource == "arn:aws:states:::lambda:invoke" || resource.StartsWith("arn:aws:states:::aws-sdk:", StringComparison.Ordinal);

    public async Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        if (call.Resource.StartsWith("arn:aws:states:::aws-sdk:", StringComparison.Ordinal))
        {
            var parameters = (JsonObject)call.Parameters!.DeepClone();
            var name = call.Resource[(call.Resource.LastIndexOf(':') + 1)..];
            name.ShouldBe(char.ToLowerInvariant(call.StateName[0]) + call.StateName[1..]);
            Calls.Add((call.StateName, parameters));
            return Serve(call.StateName, parameters);
        }

        try
        {
            return await InvokeAsync(call.Parameters!["FunctionName"]!.ToString(), call.Parameters["Payload"]!);
        }
        catch (Exception e) when (e is not TaskFailedException)
        {
            throw LambdaFaults.Of(e);
        }
    }

    /// <summary>A request for an action of a run of the pipeline <c>app</c>.</summary>
    public async Task<ActionRequest> RequestAsync(string kind, Dictionary<string, string> configuration, params (string Name, byte[] Zip)[] inputs)
    {
        await Suite.KeepAsync(PipelineText.Begin().Stage("Work", PipelineText.Build("Build")));
        Suite.Refs.Heads[Documents.Repository] = Documents.Commit(1);
        var run = await Suite.Get<ExecutionStarts>().StartAsync(new StartRequest("app"));
        var request = new ActionRequest(Token, "app", run, "Work", "Act", "0a1b2c3d-0000-0000-0000-000000000001", configuration, new Dictionary<string, ObjectRef>(), [])
        {
            Category = kind.Split('/')[0], Owner = "AWS", Provider = kind.Split('/')[1], TimeoutSeconds = (int)TimeSpan.FromDays(3).TotalSeconds,
        };
        var artifacts = new Dictionary<string, ObjectRef>();
        foreach (var (name, zip) in inputs)
        {
            artifacts[name] = await Suite.Get<ActionArtifacts>().WriteAsync(request with { ActionExecutionId = "made-before" }, name, new MemoryStream(zip), CancellationToken.None);
        }

        return request with { InputArtifacts = artifacts };
    }

    /// <summary>Begins the action and starts its machine.</summary>
    public async Task StartAsync(ActionRequest request, int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            await Again(() => Suite.Get<StartAction>().StartAsync(request));
        }

        await DeliverAsync();
    }

    /// <summary>Begins the action, and waits for the end of all its executions.</summary>
    public async Task<ActionResult> RunAsync(ActionRequest request)
    {
        await StartAsync(request);
        return await EndAsync();
    }

    public async Task<ActionResult> EndAsync()
    {
        for (var seen = 0; seen < Executions.Count; seen++)
        {
            await Executions[seen].Completion;
            await DeliverAsync();
        }

        return Result.ShouldNotBeNull();
    }

    /// <summary>Starts the machine for an action that there need not be.</summary>
    public Execution Begin(string name, string actionExecutionId) =>
        Engine.TryStart(Definition, "action", name, Local.StateMachines.Values.Data.From(ActionMachine.InputOf(actionExecutionId)), out var execution) ? execution : throw new InvalidOperationException(name);

    /// <summary>Starts what the outbox asks for that is not started yet.</summary>
    public async Task DeliverAsync()
    {
        foreach (var asked in (await Suite.EventsAsync()).Where(written => written.DetailType == Outbox.StartDetailType && ((string?)written.Detail["machine"] == "action" || RunsPipelines)))
        {
            var (machine, name) = (asked.Detail["machine"]!.ToString(), asked.Detail["name"]!.ToString());
            if (_started.Add(name) && Engine.TryStart(machine == "action" ? Definition : Pipeline, machine, name, Local.StateMachines.Values.Data.From(asked.Detail["input"]), out var execution))
            {
                Executions.Add(execution);
            }
        }
    }

    public Task StopAsync(string reason = "enough") =>
        Suite.Get<StopPipelineAction>().StopAsync(new ActionStop("CloudFormation", "app", "run", "Work", "Act", "0a1b2c3d-0000-0000-0000-000000000001", reason, ActionService.Pipeline));

    public void Dispose() => Suite.Dispose();

    private static async Task Again(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (ProcessKilledException)
        {
            await call();
        }
    }

    private async Task<JsonNode?> InvokeAsync(string function, JsonNode payload)
    {
        await Before(function, payload);
        if (function == "ParkAction")
        {
            if (!Parks)
            {
                return new JsonObject { ["StatusCode"] = 200 };
            }

            await Suite.Get<ParkAction>().ParkAsync(payload.Deserialize<ParkRequest>(SluiceJson.Options)!);
            return new JsonObject { ["StatusCode"] = 200 };
        }

        switch (function)
        {
            case "NextStage":
                await Suite.Get<NextStage>().AnswerAsync(payload.Deserialize<NextStageRequest>(SluiceJson.Options)!);
                return new JsonObject { ["StatusCode"] = 200 };
            case "StartAction":
                await Suite.Get<StartAction>().StartAsync(payload.Deserialize<ActionRequest>(SluiceJson.Options)!);
                return new JsonObject { ["StatusCode"] = 200 };
            case "StartBuild":
                var asked = await Suite.Get<ActionDocuments>().WholeAsync(payload.Deserialize<ActionRequest>(SluiceJson.Options)!, CancellationToken.None);
                Engine.SucceedTask(asked.TaskToken, JsonSerializer.SerializeToNode(await Build(asked), SluiceJson.Options));
                return new JsonObject { ["StatusCode"] = 200 };
        }

        var request = payload.Deserialize<AdvanceRequest>(SluiceJson.Options)!;
        var answer = Script?.Invoke(request) ?? JsonSerializer.SerializeToNode(await Suite.Get<AdvanceAction>().AdvanceAsync(request), SluiceJson.Options);
        return new JsonObject { ["StatusCode"] = 200, ["Payload"] = answer };
    }
}
