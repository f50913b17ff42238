using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Local.StateMachines;
using Sluice.Local.StateMachines.Definitions;
using Sluice.Local.StateMachines.Journaling;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Local.StateMachines.Time;
using Sluice.Pipelines.Providers;
using Sluice.Pipelines.Stages;
using Sluice.Platform.Actions;
using Sluice.Platform.Events;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;
using Sluice.Platform.Runs;
using Sluice.Platform.StateMachines;
using Sluice.Platform.Tables.Sqlite;
using ExecutionStatusChange = Sluice.Local.StateMachines.Running.ExecutionStatusChange;

namespace Sluice.Pipelines.Tests.Fakes;

/// <summary>
/// The pipeline's machine on the real engine, its own Lambdas for real, and services for builds and deployments that a test plays. Everything runs on virtual time.
/// </summary>
internal sealed class MachineHost : ITaskServices, IStateMachines, IDisposable
{
    private static readonly Dictionary<string, string> Substitutions =
        new[] { "NextStage", "StartAction", "StartBuild", "StartDeployment" }.ToDictionary(name => $"{name}FunctionArn", name => name);

    private static readonly MachineDefinition Definition = SuiteMachines.Read("pipeline", Substitutions);

    private long _delivered;

    /// <param name="open">Opens the table; null for one in memory.</param>
    public MachineHost(Func<TimeProvider, SqliteTable>? open = null)
    {
        Crashes = new Crashes();
        Suite = new Suite(Time, this, table => new CrashingTable(table, Crashes), open: open);
        Engine = new ExecutionEngine(this, Time, Journal, new CountingIds());
        Engine.StatusChanged += changed => Changes.Add(changed);
    }

    public VirtualTime Time { get; } = new();

    public InMemoryExecutionJournal Journal { get; } = new();

    public ExecutionEngine Engine { get; }

    public Suite Suite { get; }

    public Crashes Crashes { get; }

    public List<ExecutionStatusChange> Changes { get; } = [];

    public List<string> Calls { get; } = [];

    /// <summary>What a build or a deployment does with its request. The default succeeds after a minute.</summary>
    public Func<ActionRequest, Task<ActionResult?>>? Act { get; set; }

    /// <summary>Called at the first call of a Lambda.</summary>
    public Action? ArmOnLambda { get; set; }

    public bool Serves(string resource) => resource == "arn:aws:states:::lambda:invoke";

    public async Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var function = call.Parameters!["FunctionName"]!.ToString();
        Calls.Add(function);
        ArmOnLambda?.Invoke();
        ArmOnLambda = null;
        try
        {
            await InvokeAsync(function, call.Parameters["Payload"]!);
        }
        catch (Exception e) when (e is not TaskFailedException)
        {
            throw LambdaFaults.Of(e);
        }

        return new JsonObject { ["StatusCode"] = 200 };
    }

    /// <summary>Starts what the outbox asks for, each message as often as it is said.</summary>
    public async Task<IReadOnlyList<Execution>> DeliverAsync(int times = 1)
    {
        var started = new List<Execution>();
        foreach (var request in (await Suite.EventsAsync()).Where(written => written.DetailType == Outbox.StartDetailType))
        {
            started.AddRange(TryStart(request, times));
        }

        return started;
    }

    /// <summary>Starts what the outbox asked for since the last time, each message as often as it is said, and lets the table's stream go of it.</summary>
    public async Task DeliverNewAsync(int times)
    {
        while (await Suite.Stored.ReadAsync(_delivered, limit: 100) is { Count: > 0 } records)
        {
            foreach (var written in records.Where(record => record.Key.Pk.StartsWith("EVENT#", StringComparison.Ordinal)).Select(record => record.NewImage.Deserialize<SuiteEvent>(SluiceJson.Options)!))
            {
                TryStart(written, times);
            }

            _delivered = records[^1].Sequence;
            await Suite.Stored.SaveCheckpointAsync(nameof(MachineHost), _delivered);
        }
    }

    /// <summary>Lets go of what is kept for tests to look at, and of the executions that have ended.</summary>
    public void Forget()
    {
        Changes.Clear();
        Calls.Clear();
        Suite.Objects.Clear();
        Journal.Prune(Time.GetUtcNow());
    }

    /// <summary>The event of an execution's end, as the default bus brings it.</summary>
    public static ExecutionEndEvent EventOf(ExecutionStatusChange change) =>
        new(new ExecutionEnd(change.Name, change.StatusName, change.Input.ToString(), change.Error, change.Cause));

    Task<bool> IStateMachines.StartAsync(string machine, string executionName, JsonNode input, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Pipelines start executions by the outbox.");

    Task<bool> IStateMachines.SucceedTaskAsync(string taskToken, JsonNode? output, CancellationToken cancellationToken) =>
        Crashes.Around(() => Task.FromResult(Engine.SucceedTask(taskToken, output)));

    Task<bool> IStateMachines.FailTaskAsync(string taskToken, string error, string cause, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A failed action is a result.");

    Task<bool> IStateMachines.HeartbeatTaskAsync(string taskToken, CancellationToken cancellationToken) => throw new NotSupportedException("No task of a pipeline has heartbeats.");

    public void Dispose() => Suite.Dispose();

    private List<Execution> TryStart(SuiteEvent written, int times)
    {
        var started = new List<Execution>();
        for (var i = 0; i < times && written.DetailType == Outbox.StartDetailType; i++)
        {
            var input = Local.StateMachines.Values.Data.From(written.Detail["input"]);
            if (Engine.TryStart(Definition, written.Detail["machine"]!.ToString(), written.Detail["name"]!.ToString(), input, out var execution))
            {
                started.Add(execution);
            }
        }

        return started;
    }

    private Task InvokeAsync(string function, JsonNode payload) => function switch
    {
        "NextStage" => Suite.Get<NextStage>().AnswerAsync(payload.Deserialize<NextStageRequest>(SluiceJson.Options)!),
        "StartAction" => Suite.Get<StartAction>().StartAsync(payload.Deserialize<ActionRequest>(SluiceJson.Options)!),
        _ => ServeAsync(payload.Deserialize<ActionRequest>(SluiceJson.Options)!),
    };

    /// <summary>Accepts at once and answers later, like a service.</summary>
    private async Task ServeAsync(ActionRequest asked)
    {
        var request = await Suite.Get<ActionDocuments>().WholeAsync(asked, CancellationToken.None);
        if (Act is null)
        {
            _ = LaterAsync(request, Success(request));
        }
        else if (await Act(request) is { } result)
        {
            _ = LaterAsync(request, result);
        }
    }

    public static ActionResult Success(ActionRequest request) => new(
        ActionStatus.Succeeded,
        $"ext-{request.ActionName}",
        request.StageName == "Deploy" ? ActionOutcome.Succeeded : null,
        null,
        request.OutputArtifacts.ToDictionary(name => name, name => new ObjectRef("sluice-artifacts", $"{request.ActionExecutionId}/{name}")));

    private async Task LaterAsync(ActionRequest request, ActionResult result)
    {
        await Task.Delay(TimeSpan.FromMinutes(1), Time);
        try
        {
            await Suite.Get<ActionDocuments>().CompleteAsync(request.TaskToken, result, CancellationToken.None);
        }
        catch (ProcessKilledException)
        {
            // A service tells again.
            await Suite.Get<ActionDocuments>().CompleteAsync(request.TaskToken, result, CancellationToken.None);
        }
    }
}
