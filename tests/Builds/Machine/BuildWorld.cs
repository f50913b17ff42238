using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Builds.Api.Progress;
using Sluice.Builds.Batching;
using Sluice.Builds.Running;
using Sluice.Builds.Shapes;
using Sluice.Local.StateMachines;
using Sluice.Local.StateMachines.Definitions;
using Sluice.Local.StateMachines.Journaling;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Local.StateMachines.Time;
using Sluice.Platform.Json;
using Sluice.Platform.Protocol;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Builds.Tests.Machine;

/// <summary>The build machine on the real engine with the real use cases and table; only the build's program is played.</summary>
internal sealed class BuildWorld : ITaskServices, IDisposable
{
    private readonly MachineDefinition _definition;
    private readonly MachineDefinition _batch;
    private readonly List<Execution> _builds = [];

    public BuildWorld(int atOnce = 6, Func<ITable, ITable>? wrap = null, BuildComputes? computes = null)
    {
        Fixture = new BuildsFixture(Time, Machines, atOnce: atOnce, wrap: wrap, computes: computes);
        _definition = SuiteMachines.Read("build", new Dictionary<string, string>
        {
            ["BeginBuildFunctionArn"] = "BeginBuild", ["EndBuildFunctionArn"] = "EndBuild", ["AwaitBuildStopFunctionArn"] = "AwaitBuildStop",
            ["BuildCluster"] = "builds", ["BuildRunnerTaskDefinition"] = "build-runner", ["BuildRunnerContainer"] = "build", ["BuildSubnets"] = "subnet-1,subnet-2",
            ["BuildFunction"] = "build-function", ["BuildProject"] = "build-project", ["BuildPrograms"] = "suite/programs/build",
        });
        _batch = SuiteMachines.Read("build-batch", new Dictionary<string, string> { ["BeginBatchFunctionArn"] = "BeginBatch", ["EndBatchFunctionArn"] = "EndBatch" });
        Machines.Engine = new ExecutionEngine(this, Time, new InMemoryExecutionJournal());
    }

    public VirtualTime Time { get; } = new();

    public BuildsFixture Fixture { get; }

    /// <summary>Plays the build's program; null answers at once.</summary>
    public Func<JsonNode, CancellationToken, Task> Program { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>How often a function's program was told to stop.</summary>
    public int Stops { get; private set; }

    /// <summary>What CloudWatch was told: <c>Builds=1 of shop</c>.</summary>
    public List<string> Metrics { get; } = [];

    /// <summary>What CloudWatch answers instead.</summary>
    public Exception? MetricFault { get; set; }

    /// <summary>Whether the program gives no sign of life.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Plays faults of the Lambda service, by entry point.</summary>
    public Func<string, Exception?> LambdaFault { get; set; } = _ => null;

    public EngineMachines Machines { get; } = new() { IsAction = token => token == "parent" };

    /// <summary>The statuses that the pipeline was told.</summary>
    public IEnumerable<string> ParentAnswers => Machines.Actions.GetValueOrDefault("parent", []).Select(answer => (string)answer!["status"]!);

    public Execution Start(string? buildId = null) =>
        Machines.Engine.Start(_definition, "build", $"{buildId ?? BuildsFixture.BuildId}-1", new JsonObject { ["buildId"] = buildId ?? BuildsFixture.BuildId, ["queuedTimeoutSeconds"] = 8 * 60 * 60 });

    /// <summary>In which order builds of a batch had their turns; the one without an identifier reads the plan.</summary>
    public List<string?> Order { get; } = [];

    /// <summary>Runs a batch, and each build of it as soon as it is recorded, as the outbox does.</summary>
    public Execution StartBatch(string batchId)
    {
        var execution = Machines.Engine.Start(_batch, "build-batch", $"{batchId}-1", new JsonObject { ["batchId"] = batchId, ["timeoutSeconds"] = 8 * 60 * 60 });
        _ = StartBuildsAsync(batchId);
        return execution;
    }

    /// <summary>Waits for the builds of a batch.</summary>
    public Task BuildsEndAsync() => Task.WhenAll(_builds.Select(build => build.Completion));

    private async Task StartBuildsAsync(string batchId)
    {
        var batches = Fixture.Get<BatchStore>();
        while (await batches.FindAsync(batchId, CancellationToken.None) is { } batch && !batch.HasEnded())
        {
            foreach (var buildId in batch.Groups.Select(group => group.Current?.BuildId).Append(batch.PlanBuildId).OfType<string>())
            {
                if (_builds.All(build => build.Name != $"{buildId}-1") && await Fixture.Store.FindAsync(buildId, CancellationToken.None) is not null)
                {
                    _builds.Add(Start(buildId));
                }
            }

            await Task.Delay(TimeSpan.FromSeconds(1), Time);
        }
    }

    public bool Serves(string resource) => resource is "arn:aws:states:::lambda:invoke" or "arn:aws:states:::ecs:runTask" or "arn:aws:states:::codebuild:startBuild" or "arn:aws:states:::aws-sdk:cloudwatch:putMetricData";

    public async Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        if (call.Resource.EndsWith("putMetricData", StringComparison.Ordinal))
        {
            Metrics.AddRange(call.Parameters!["MetricData"]!.AsArray().Select(datum => $"{datum!["MetricName"]}={datum["Value"]}{(datum["Dimensions"]!.AsArray().Count > 0 ? " of " + datum["Dimensions"]![0]!["Value"] : "")}"));
            return MetricFault is null ? new JsonObject() : throw MetricFault;
        }

        if (call.Resource.EndsWith("runTask", StringComparison.Ordinal) || call.Resource.EndsWith("startBuild", StringComparison.Ordinal))
        {
            await RunAsync(call.Parameters!, cancellationToken);
            return new JsonObject { ["LastStatus"] = "STOPPED" };
        }

        if (call.Parameters!["FunctionName"]!.ToString().StartsWith("build-function", StringComparison.Ordinal))
        {
            await RunOnLambdaAsync(call.Parameters, cancellationToken);
            return new JsonObject { ["Payload"] = null };
        }

        try
        {
            var function = call.Parameters!["FunctionName"]!.GetValue<string>();
            return LambdaFault(function) is { } fault ? throw fault : new JsonObject { ["Payload"] = await InvokeAsync(function, call.Parameters["Payload"]!) };
        }
        catch (Exception e) when (e is not TaskFailedException)
        {
            throw LambdaFaults.Of(e);
        }
    }

    /// <summary>The program tells each minute that it is alive.</summary>
    private async Task RunAsync(JsonNode parameters, CancellationToken cancellationToken)
    {
        var program = Program(parameters, cancellationToken);
        _ = IsSilent ? Task.CompletedTask : TellAsync(BuildOf(parameters), () => program.IsCompleted, () => { });
        await program;
    }

    /// <summary>A function is not ended with its call: it runs on until it is told to stop.</summary>
    private async Task RunOnLambdaAsync(JsonNode parameters, CancellationToken cancellationToken)
    {
        var stop = new CancellationTokenSource();
        var program = Program(parameters, stop.Token);
        _ = IsSilent ? Task.CompletedTask : TellAsync(BuildOf(parameters), () => program.IsCompleted, Stop);
        await program.WaitAsync(cancellationToken);

        void Stop()
        {
            Stops++;
            stop.Cancel();
        }
    }

    private async Task TellAsync(string buildId, Func<bool> hasEnded, Action stops)
    {
        var build = await Fixture.Store.GetAsync(buildId, CancellationToken.None);
        while (!hasEnded())
        {
            var answer = await Fixture.Get<ReportBuildProgress>().RunAsync(
                new ReportBuildProgressInput { Id = build.FullId(), ProgressSecret = build.ProgressSecret }, new OperationContext("told", null), CancellationToken.None);
            if (answer.Stop is true)
            {
                stops();
            }

            await Task.Delay(TimeSpan.FromMinutes(1), Time);
        }
    }

    public static string BuildOf(JsonNode task) => Variables(task)
        .Single(variable => variable!["Name"]!.ToString() == "SLUICE_BUILD_ID")!["Value"]!.ToString().Split(':')[1];

    /// <summary>Those that the program is told, on each compute.</summary>
    public static JsonArray Variables(JsonNode task) => (task["Overrides"]?["ContainerOverrides"]![0]!["Environment"] ?? task["Payload"]?["environment"] ?? task["EnvironmentVariablesOverride"])!.AsArray();

    public void Abort(Execution execution) => Machines.Engine.Stop(execution.Arn, "Aborted", "by hand");

    public Task RecoverAsync(Execution execution) => Fixture.Recover.RunAsync(
        JsonSerializer.Deserialize<ExecutionEndEvent>(
            new JsonObject { ["detail"] = new JsonObject { ["name"] = execution.Name, ["status"] = execution.Status.ToString().ToUpperInvariant(), ["input"] = $$"""{"buildId":"{{execution.Name[..execution.Name.LastIndexOf('-')]}}"}""" } }, SluiceJson.Options)!);

    public void Dispose() => Fixture.Dispose();

    private async Task<JsonNode?> InvokeAsync(string function, JsonNode payload)
    {
        switch (function)
        {
            case "BeginBuild":
                await Fixture.Begin.RunAsync(Read<Sluice.Builds.Running.BuildRequest>(payload));
                return null;
            case "EndBuild":
                return Written(await Fixture.End.RunAsync(Read<Sluice.Builds.Ending.EndOfBuild>(payload)));
            case "BeginBatch":
                await Fixture.Get<BeginBatch>().RunAsync(Read<BatchRequest>(payload));
                return null;
            case "EndBatch":
                await Fixture.Get<EndBatch>().RunAsync(Read<EndOfBatch>(payload));
                return null;
            default:
                await Fixture.Await.RunAsync(Read<Sluice.Builds.Stopping.BuildStopWait>(payload));
                return null;
        }

        static T Read<T>(JsonNode payload) => payload.Deserialize<T>(SluiceJson.Options)!;
        static JsonNode? Written<T>(T output) => JsonSerializer.SerializeToNode(output, SluiceJson.Options);
    }
}
