using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Sluice.Deployments.Protocol.Steps;
using Sluice.Deployments.Runs;
using Sluice.Hosting;
using Sluice.Lambdas.Deployments;
using Sluice.Local.StateMachines;
using Sluice.Local.StateMachines.Definitions;
using Sluice.Local.StateMachines.Journaling;
using Sluice.Local.StateMachines.Running;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Local.StateMachines.Time;
using Sluice.Local.StateMachines.Values;
using Sluice.Platform.Actions;
using Sluice.Platform.Events;
using Sluice.Platform.Ids;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;
using Sluice.Platform.StateMachines;
using Sluice.Platform.Tables;
using Sluice.Platform.Tables.Sqlite;

namespace Sluice.Deployments.Tests.World;

/// <summary>Deployments on the real engine, table and entry points, in virtual time, with fake cloud services.</summary>
internal sealed class DeploymentWorld : IDisposable
{
    public const string Machine = "deploy-lambda";
    public const string EcsMachine = "deploy-ecs";
    private static readonly IReadOnlyDictionary<string, EntryPoint> _entryPoints =
        EntryPoints.Discover(typeof(ClaimTargetFunction).Assembly).ToDictionary(entry => entry.Name);

    private static readonly Lazy<MachineDefinition> _definition = new(() => Parse(Machine));
    private static readonly Lazy<MachineDefinition> _ecsDefinition = new(() => Parse(EcsMachine));

    private readonly SqliteTable _sqlite;
    private readonly ServiceProvider _services;
    private int _actions;
    private string? _deploymentId;

    /// <param name="steps">After how many another execution goes on; null is as in AWS.</param>
    public DeploymentWorld(StepsAnExecution? steps = null)
    {
        Time = new VirtualTime();
        _sqlite = SqliteTable.InMemory(Time);
        Objects = new MemoryObjects();
        Lambda = new FakeLambda(Objects);
        Ecs = new FakeEcs(Balancer, Time);
        Cloud = new FakeCloud(Lambda, CloudWatch, Ecs, Balancer) { EntryPoint = (name, payload) => InvokeAsync(name, payload) };
        Table = new OutboxTable(_sqlite, DeliverAsync);
        var services = new ServiceCollection();
        if (steps is not null)
        {
            services.AddSingleton(steps);
        }

        _services = services
            .AddSingleton<ITable>(Table)
            .AddSingleton<IObjectStore>(Objects)
            .AddSingleton<IStateMachines>(Machines)
            .AddSingleton<IIds>(new CountingIds())
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddDeployments()
            .BuildServiceProvider();
        Machines.Engine = NewEngine(Journal);
    }

    public static MachineDefinition Definition => _definition.Value;

    public static MachineDefinition EcsDefinition => _ecsDefinition.Value;

    public VirtualTime Time { get; }

    /// <summary>The wire API over this world's services, asked by an admin.</summary>
    public WireApi Api => new(_services, "codedeploy");

    public OutboxTable Table { get; }

    public MemoryObjects Objects { get; }

    public FakeLambda Lambda { get; }

    public FakeCloudWatch CloudWatch { get; } = new();

    public FakeLoadBalancer Balancer { get; } = new();

    public FakeEcs Ecs { get; }

    public FakeCloud Cloud { get; }

    public EngineMachines Machines { get; } = new();

    public CrashingJournal Journal { get; } = new();

    public List<Execution> Executions { get; } = [];

    public List<JsonObject> Events { get; } = [];

    /// <summary>What stands between the engine and the cloud.</summary>
    public Func<ITaskServices, ITaskServices> Around { get; set; } = static cloud => cloud;

    /// <summary>Whether rules on executions' ends are delivered.</summary>
    public bool DeliversExecutionEnds { get; set; } = true;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ExecutionEngine NewEngine(IExecutionJournal journal)
    {
        var engine = new ExecutionEngine(Around(Cloud), Time, journal, new CountingIds());
        engine.StatusChanged += OnStatusChanged;
        return engine;
    }

    /// <summary>Starts a deployment as the pipeline's machine does and returns its action's token.</summary>
    public async Task<string> StartAsync(ObjectRef manifest, Dictionary<string, string>? configuration = null, string? actionExecutionId = null)
    {
        var token = $"action-{++_actions}";
        var request = new ActionRequest(
            token, "shop", "run-1", "Production", "Deploy", actionExecutionId ?? $"action-execution-{_actions}", configuration ?? [],
            new Dictionary<string, ObjectRef> { ["build"] = manifest }, []) { Category = "Deploy", Owner = "AWS", Provider = "Lambda" };
        await InvokeAsync("StartDeployment", JsonSerializer.SerializeToNode(request, SluiceJson.Options)!);
        return token;
    }

    /// <summary>Starts a deployment to ECS as an action would.</summary>
    public Task StartAsync(EcsRelease release)
    {
        var (now, plan) = (Time.GetUtcNow(), release.Plan());
        var action = new ActionReference("shop", "run-1", "Production", "Deploy", "action-execution-1");
        var record = new Deployment(Get<IIds>().DeploymentId(), action, plan, now) { ActionToken = "action-1" }.Leased(now);
        var start = Outbox.Start(EcsMachine, $"{record.DeploymentId}-1", new JsonObject { ["deploymentId"] = record.DeploymentId }, now);
        return Table.TransactAsync(Get<DeploymentStore>().Creation(new RunChange<Deployment>(null, record) { Also = [start] }));
    }

    public string DeploymentId => _deploymentId ??= Executions[0].Name[..^2];

    /// <summary>Whether another process went on, so that a call may have been made twice.</summary>
    public bool WasCalledAgain { get; set; }

    /// <summary>What goes on behind hooks that have returned.</summary>
    public List<Task> Behind { get; } = [];

    /// <summary>Waits until all executions have ended, those started meanwhile too.</summary>
    public async Task CompleteAsync()
    {
        for (var n = 0; n < Executions.Count; n++)
        {
            await Executions[n].Completion;
            await Task.Delay(TimeSpan.FromMilliseconds(1), Time);
        }

        await Task.WhenAll(Behind);
    }

    public async Task<Deployment> RecordAsync() => (await Get<DeploymentStore>().FindAsync(DeploymentId))!;

    /// <summary>An alarm changes its state and the event arrives.</summary>
    public async Task AlarmAsync(string name, bool isComposite = false)
    {
        (isComposite ? CloudWatch.Composite : CloudWatch.Metric)[name] = "ALARM";
        await TellAlarmAsync(name);
    }

    public Task<JsonNode?> TellAlarmAsync(string name) => InvokeAsync("WatchAlarms", new JsonObject
    {
        ["detail-type"] = "CloudWatch Alarm State Change",
        ["detail"] = new JsonObject { ["alarmName"] = name, ["state"] = new JsonObject { ["value"] = "ALARM", ["reason"] = "Threshold Crossed" } },
    });

    public Task<JsonNode?> InvokeAsync(string entryPoint, JsonNode? payload) =>
        _entryPoints[entryPoint].InvokeAsync(
            _services, payload, new InvocationContext(Time, Time.GetUtcNow().AddSeconds(30)) { AwsRequestId = "request", FunctionName = entryPoint });

    /// <summary>What the alias is, by what is on the left of a colon of <see cref="FakeAlias.ToString"/>.</summary>
    public string? Alias(string function = "fn", string alias = "live") => Lambda.Functions[function].Aliases.GetValueOrDefault(alias)?.ToString();

    /// <summary>Drops what the world noted of deployments that have ended, and their executions; what is stored stays.</summary>
    public void Forget()
    {
        Executions.Clear();
        Events.Clear();
        Behind.Clear();
        Objects.Clear();
        Cloud.Calls.Clear();
        Lambda.Changes.Clear();
        Machines.Actions.Clear();
        Journal.Prune(Time.GetUtcNow());
    }

    public void Dispose()
    {
        _services.Dispose();
        _sqlite.Dispose();
    }

    private static MachineDefinition Parse(string machine) =>
        SuiteMachines.Read(machine, Substitutions());

    private static Dictionary<string, string> Substitutions() => new[]
        { "ClaimTarget", "PlanShift", "PlanReplacement", "NextStep", "Bake", "AwaitHook", "PlanRollback", "MarkDirty" }
        .ToDictionary(name => $"{name}FunctionArn", name => FakeCloud.SuiteArn + name)
        .Append(KeyValuePair.Create("FunctionRoleArn", "arn:aws:iam::000000000000:role/functions"))
        .ToDictionary();

    private Task DeliverAsync(JsonObject item)
    {
        Events.Add((JsonObject)item.DeepClone());
        if ((string)item["detailType"]! == Outbox.StartDetailType)
        {
            var detail = item["detail"]!;
            if ((string)detail["machine"]! == Notifications.Machine)
            {
                return Task.CompletedTask;
            }

            if (Machines.Engine.TryStart((string)detail["machine"]! == EcsMachine ? EcsDefinition : Definition, (string)detail["machine"]!, (string)detail["name"]!, Data.From(detail["input"]), out var execution))
            {
                Executions.Add(execution);
            }
        }

        return Task.CompletedTask;
    }

    private void OnStatusChanged(ExecutionStatusChange change)
    {
        if (!DeliversExecutionEnds || change.Status is ExecutionStatus.Running or ExecutionStatus.Succeeded)
        {
            return;
        }

        _ = InvokeAsync("RecoverDeployment", new JsonObject
        {
            ["detail"] = new JsonObject { ["name"] = change.Name, ["status"] = change.StatusName, ["input"] = change.Input.ToString(), ["error"] = change.Error },
        });
    }
}
