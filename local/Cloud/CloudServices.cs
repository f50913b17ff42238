using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Sluice.Local.Cloud.Alarms;
using Sluice.Local.Cloud.Containers;
using Sluice.Local.Cloud.Delivering;
using Sluice.Local.Cloud.Events;
using Sluice.Local.Cloud.Functions;
using Sluice.Local.Cloud.Functions.Calls;
using Sluice.Local.Cloud.Functions.Urls;
using Sluice.Local.Cloud.LoadBalancers;
using Sluice.Local.Cloud.Logs;
using Sluice.Local.Cloud.Metrics;
using Sluice.Local.Cloud.Parameters;
using Sluice.Local.Cloud.Processes;
using Sluice.Local.Cloud.Repositories;
using Sluice.Local.Cloud.Queues;
using Sluice.Local.Cloud.Secrets;
using Sluice.Local.Cloud.Tasks;
using Sluice.Local.Cloud.Tasks.Sessions;
using Sluice.Local.Cloud.Topics;
using Sluice.Local.Cloud.Wire;
using Sluice.Local.Guarding;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Platform.Access;
using Sluice.Platform.Ids;
using Sluice.Platform.Objects;
using Sluice.Platform.Tables;

namespace Sluice.Local.Cloud;

/// <summary>The AWS services that state machines call, as far as this machine stands in for them. A call that nothing serves is refused by name.</summary>
public sealed class CloudServices : ITaskServices, IAsyncDisposable
{
    private const string FunctionArnPrefix = "arn:aws:lambda:";
    private readonly Dictionary<string, IServiceCall> _calls;
    private readonly InvokeByArn _byArn;
    private readonly LambdaService _lambda;
    private readonly TaskService _tasks;
    private readonly AlarmService _alarms;
    private readonly LoadBalancerService _balancers;
    private readonly ContainerService _containers;
    private readonly LogsService _logs;
    private readonly SecretsService _secrets;
    private readonly RepositoriesService _repositories;
    private readonly QueueService _queues;
    private readonly TopicService _topics;
    private readonly EventsService _events;
    private readonly ProcessLedger _processes;
    private readonly ILogger _logger;

    /// <summary>Reads what is stored; nothing runs before <see cref="StartAsync"/>.</summary>
    public CloudServices(
        CloudOptions options, IObjectStore objects, ISuiteFunctions suite, IEventSink events, ITable table, ISecretBox secrets, TimeProvider time, IIds ids, ILogger<CloudServices> logger)
    {
        Directory.CreateDirectory(options.DataFolder);
        _logger = logger;
        var unattended = new Unattended(logger, time);
        _processes = new ProcessLedger(Path.Combine(options.DataFolder, "processes"), Isolation.Of(options.HostEnvironment), time) { Failed = options.WriteFailed };
        Metrics = new MetricStore(time);
        var targets = new DeliveryTargets(options.Identity);
        _lambda = new LambdaService(options, objects, Metrics, _processes, suite, events, targets, time, ids, logger, unattended);
        _byArn = new InvokeByArn(_lambda.Invoker, new SuiteFunctionCalls(suite));
        _tasks = new TaskService(options, _processes, time, ids, unattended);
        _alarms = new AlarmService(Path.Combine(options.DataFolder, "alarms"), Metrics, events, options.Identity, time, ids, logger);
        _balancers = new LoadBalancerService(options, Metrics, time, ids, logger, unattended);
        _containers = new ContainerService(options, _balancers.Targets, _processes, time, ids, unattended);
        _logs = new LogsService(Path.Combine(options.DataFolder, "logs", "groups"), table, options.Identity, time, ids, unattended);
        _secrets = new SecretsService(table, secrets, options.Identity, time, ids, unattended);
        _repositories = new RepositoriesService(Path.Combine(options.DataFolder, "repositories"), options.SuiteUrl, table, events, options.Identity, time, ids, unattended);
        var parameters = new ParametersService(table, secrets, options.Identity, time, ids);
        _queues = new QueueService(Path.Combine(options.DataFolder, "sqs"), options.Identity, options.SuiteUrl, time, ids);
        _topics = new TopicService(Path.Combine(options.DataFolder, "sns"), targets, options.Identity, options.SuiteUrl, time, ids, logger, unattended);
        _events = new EventsService(Path.Combine(options.DataFolder, "events"), targets, events, options.SuiteBus, options.Pipelines, options.Identity, time, ids, logger, unattended);
        targets.Add(new FunctionTarget(_lambda.Invoker), _logs.Target, _queues.Target, _topics.Target);
        IEnumerable<IServiceCall> calls =
        [
            .. _lambda.Calls, .. _alarms.Calls, .. _balancers.Calls, .. _containers.Calls, .. _logs.Calls, .. parameters.Calls, .. _secrets.Calls, .. _tasks.Calls,
            .. _repositories.Calls, .. _queues.Calls, .. _topics.Calls, .. _events.Calls,
        ];
        _calls = calls.Concat(AbsentCall.All).ToDictionary(call => call.Resource, StringComparer.Ordinal);
        Emulated = EmulatedApis.Of(_calls.Values, options.Identity);
    }

    /// <summary>Lambda's Invoke, for the HTTP API and for traffic.</summary>
    public FunctionInvoker Functions => _lambda.Invoker;

    /// <summary>The functions' own URLs.</summary>
    public FunctionUrls Urls => _lambda.Urls;

    /// <summary>Whether a request is of somebody who comes to a session in a task.</summary>
    public static bool IsSession(HttpContext http) => SessionSockets.IsOne(http);

    /// <summary>Answers it, until the session ends.</summary>
    public Task AnswerSessionAsync(HttpContext http) => _tasks.AnswerAsync(http);

    /// <summary>The repository that git asks for, and whether it pushes; null if it is not git that asks.</summary>
    public static (string Name, bool IsPush)? GitRequest(HttpContext http) => GitHttp.Read(http.Request) is var (name, rest) ? (name, GitHttp.IsPush(http.Request, rest)) : null;

    /// <summary>Answers git.</summary>
    public Task AnswerGitAsync(HttpContext http, string caller) => _repositories.AnswerAsync(http, caller);

    /// <summary>Where a repository of CodeCommit is on this machine, for whoever reads or watches it as a folder; null if there is none.</summary>
    public Task<string?> RepositoryFolderAsync(string name, CancellationToken cancellationToken) => _repositories.FolderAsync(name, cancellationToken);

    /// <summary>Whether a request is what subscribers of topics ask without a key: the certificate of signatures, or a URL of a message.</summary>
    public static bool IsOfTopics(HttpContext http) => TopicPages.Takes(http.Request);

    /// <summary>Answers it.</summary>
    public Task AnswerOfTopicsAsync(HttpContext http) => _topics.AnswerAsync(http);

    /// <summary>Stores what the users' rules of a bus send of an event.</summary>
    /// <param name="bus">The bus, by name.</param>
    /// <param name="happened">EventBridge's document.</param>
    /// <param name="isForwarded">It comes from another bus, and goes to no third.</param>
    /// <returns>Begins to send it.</returns>
    public Action Store(string bus, JsonObject happened, bool isForwarded) => _events.Store(bus, happened, isForwarded);

    /// <summary>The aliases that can be invoked.</summary>
    public IEnumerable<(string Function, string Alias)> Aliases => _lambda.Store.All.SelectMany(function => function.Aliases.Keys.Select(alias => (function.Name, alias)));

    /// <summary>Where programs of this machine log to, for <c>aws logs</c> to read.</summary>
    public ILogSink Logs => _logs.Sink;

    /// <summary>What was counted.</summary>
    public MetricStore Metrics { get; }

    /// <summary>The services whose APIs this machine answers to clients.</summary>
    public IReadOnlyList<IEmulatedService> Emulated { get; }

    /// <summary>Ends what a killed run left, and goes on with what it had begun. Once, before any call.</summary>
    public async Task StartAsync()
    {
        _logger.LogInformation("{Isolation}", _processes.Isolation.Description);
        foreach (var pid in await _processes.EndOrphansAsync())
        {
            _logger.LogInformation("Ended the process {Pid}, which an earlier run left.", pid);
        }

        _tasks.Start();
        _lambda.Start();
        await _balancers.StartAsync();
        _containers.Start();
        _alarms.Start();
        _logs.Start();
        _secrets.Start();
        _repositories.Start();
        _topics.Start();
        _events.Start();
    }

    /// <summary>The disk takes writes again: what could not be written down meanwhile is.</summary>
    public void Settle() => _processes.Settle();

    internal void SweepIdleProcesses() => _lambda.Fleet.Sweep();

    /// <inheritdoc/>
    public bool Serves(string resource) => _calls.ContainsKey(resource) || resource.StartsWith(FunctionArnPrefix, StringComparison.Ordinal);

    /// <inheritdoc/>
    public Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        if (_calls.TryGetValue(call.Resource, out var served))
        {
            return served.CallAsync(call, cancellationToken);
        }

        return call.Resource.StartsWith(FunctionArnPrefix, StringComparison.Ordinal)
            ? _byArn.CallAsync(call, cancellationToken)
            : throw new TaskFailedException("States.Runtime", $"The state {call.StateName} calls {call.Resource}, which this machine does not serve.");
    }

    /// <summary>The suite begins to stop. Requests that functions are at have some seconds from now, whoever waits for them.</summary>
    public void Stopping()
    {
        _lambda.Fleet.Stopping();
        _tasks.Stopping();
        _queues.Stopping();
    }

    /// <summary>Ends all processes.</summary>
    public async ValueTask DisposeAsync()
    {
        await _alarms.DisposeAsync();
        await _events.DisposeAsync();
        await _topics.DisposeAsync();
        await _logs.DisposeAsync();
        await _secrets.DisposeAsync();
        await _repositories.DisposeAsync();
        await Task.WhenAll(_lambda.DisposeAsync().AsTask(), _tasks.DisposeAsync().AsTask(), _containers.DisposeAsync().AsTask());
        await _balancers.DisposeAsync();
        _queues.Dispose();
    }
}
