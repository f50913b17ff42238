using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sluice.Deployments.Recovery;
using Sluice.Local.Cloud;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Local.Cloud.Functions;
using Sluice.Local.Cloud.Metrics;
using Sluice.Local.Cloud.Processes;
using Sluice.Local.Guarding;
using Sluice.Local.Host.Clocks;
using Sluice.Local.Host.Credentials;
using Sluice.Local.Host.Data;
using Sluice.Local.Host.Events;
using Sluice.Local.Host.Functions;
using Sluice.Local.Host.Http;
using Sluice.Local.Host.Machines;
using Sluice.Local.Host.Queues;
using Sluice.Local.Host.Schedules;
using Sluice.Local.Host.Sources;
using Sluice.Local.Host.Storage;
using Sluice.Local.Host.Templates;
using Sluice.Platform.Ids;
using Sluice.Platform.Tables;
using Sluice.Platform.Tracing;

namespace Sluice.Local.Host;

/// <summary>The whole suite in this process: what <c>template.yaml</c> declares, wired as it says, on a data folder that it owns.</summary>
internal sealed class Suite : IAsyncDisposable
{
    private const string Polls = "PollSources";
    private readonly DataFolder _data;
    private readonly BuildWorkspaces _workspaces;
    private readonly ServiceProvider _services;
    private readonly Background _background;
    private readonly CloudServices _cloud;
    private readonly QueueStore _queues;
    private readonly LocalMachines _machines;
    private readonly LocalHttp _http;
    private readonly Unattended _unattended;
    private OwnKeys? _keys;
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Suite(SuiteOptions options, SuiteTemplate template, ProcessSettings settings, DataFolder data, TimeProvider time)
    {
        (_data, _workspaces) = (data, BuildWorkspaces.Of(data, options.Environment));
        Reserve = new SpaceReserve(data.At("reserve"));
        Storage = new StorageHealth(data.Path, () => StorageProbe.Write(data.At("probe.tmp")), options.Tell, time);
        StopNote = new StopNote(data.At("stop"));
        _machines = new LocalMachines { Unrecorded = Storage.Failed, Broken = TellBroken };
        _services = LocalServices.Create(data, Storage, options.Tell, time, _machines, PaceOf(template), options.Builds, options.Pace, settings);
        _unattended = _services.GetRequiredService<Unattended>();
        _background = new Background(_unattended);
        var functions = new SuiteFunctions(template, typeof(Lambdas.ServiceRegistration).Assembly, _services, _services.GetRequiredService<IIds>(), time);
        var sink = new EventSink { SuiteBus = template.Pipe.Bus };
        var alarms = new PatientSink(sink, Storage, Reserve);
        _cloud = CloudSetup.Create(data, _workspaces, options, _services, functions, alarms, time, () => _http?.Url.ToString().TrimEnd('/'), () => _keys, line => _unattended.Each("A watcher of builds", BuildOutput, line));
        Calls = new ObservedServices(new PatientServices(new PackageCalls(_cloud, _services), Storage), _unattended);
        Calls.Completed += options.CallAnswered;
        _services.GetRequiredService<LocalEcsServices>().Open(_cloud);
        _services.GetRequiredService<LocalCodeCommit>().Open(_cloud);
        _services.GetRequiredService<LocalTerminals>().Open(_cloud, template.Machines.Single(machine => machine.Name == "build").Substitutions["BuildCluster"]);
        _queues = new QueueStore(data.At("queues.db"), time);
        var consumers = Consumers(template, functions, time);
        var invocations = Invocations(template, functions, time);
        Bus = sink.Bus = new LocalBus(template.Rules, new BusTargets(invocations, _queues, consumers), _unattended)
        {
            UserRules = (bus, happened, isForwarded) => _cloud.Store(bus == template.Pipe.Bus ? LocalAws.SuiteBus : bus, happened, isForwarded),
        };
        _machines.Open(template, Calls, data, time, Bus, Transitions);
        _services.GetRequiredService<BucketNotices>().Open(sink);
        _http = new LocalHttp(options.Port, _cloud, _services, _started.Task);
        Storage.Recovered += () => _unattended.Try("What waited for the disk", () =>
        {
            alarms.Drain();
            _cloud.Settle();
            Reserve.Keep();
            StopNote.Prepare();
        });
        Begin(options, template, functions, consumers, invocations, time);
    }

    /// <summary>Every event of both buses.</summary>
    public LocalBus Bus { get; }

    /// <summary>Every call that a machine made.</summary>
    public ObservedServices Calls { get; }

    public TransitionCounter Transitions { get; } = new();

    /// <summary>Whether the data folder can be written to.</summary>
    public StorageHealth Storage { get; }

    /// <summary>Space that is kept for taking traffic back on a full disk.</summary>
    public SpaceReserve Reserve { get; }

    /// <summary>Where a stop is noted that cannot be recorded.</summary>
    public StopNote StopNote { get; }

    /// <summary>The services' use cases.</summary>
    public IServiceProvider Services => _services;

    /// <summary>Where it listens.</summary>
    public Uri Url => _http.Url;

    /// <summary>The administrator's key, as an AWS shared credentials file.</summary>
    public string CredentialsFile => _keys!.AdminFile;

    /// <summary>A version of a function has answered a request, well or with an error.</summary>
    internal event Action<AnsweredInvocation> Answered
    {
        add => _cloud.Functions.Answered += value;
        remove => _cloud.Functions.Answered -= value;
    }

    /// <summary>What somebody should know who looks at the screen, and what is no event of a service.</summary>
    public event Action<string>? Noticed;

    /// <summary>A build's log, line by line.</summary>
    public event Action<BuildOutput>? BuildOutput;

    /// <summary>Takes the data folder, finishes what an earlier process left there, and runs from now on.</summary>
    /// <exception cref="DataFolderTakenException">Another process owns the folder.</exception>
    public static async Task<Suite> StartAsync(SuiteOptions options, TimeProvider time)
    {
        _ = Isolation.Of(options.Environment); // What is asked for in vain is refused before anything is touched.
        var settings = ProcessSettings.Of(options.Environment);
        var template = SuiteTemplate.Load(AppContext.BaseDirectory).Where(settings.Traces.IsOn ? [ProcessSettings.TracesCondition] : []);
        var data = DataFolder.Own(options.Data);
        StorageProbe.MakeRoom(data);
        var suite = Open(options, template, settings, data, time);
        try
        {
            suite.Reserve.Keep();
            suite.StopNote.Prepare();
            suite._keys = await OwnKeys.KeepAsync(data, suite._services);
            await suite._services.GetRequiredService<LooseEnds>().SweepAsync(CancellationToken.None);
            await suite._http.StartAsync();
            await suite._cloud.StartAsync();
            suite.OpenWorkspaces();
            await ActivatorUtilities.CreateInstance<KeptStop>(suite._services, suite.StopNote, options.Tell).RecordAsync();
            await suite._services.GetRequiredService<BucketNotices>().SweepAsync(CancellationToken.None);
            await suite._machines.ResumeAsync();
            suite._started.SetResult();
            data.TellUrl(suite.Url);
            return suite;
        }
        catch
        {
            await suite.DisposeAsync();
            throw;
        }
    }

    /// <summary>How many requests a version was asked by an alias since a second; of long ago it knows nothing.</summary>
    public double Requests(string function, string alias, string version, DateTimeOffset since, DateTimeOffset now) => LambdaMetrics.Invocations(_cloud.Metrics, function, alias, version, since, now);

    /// <summary>The functions' aliases that there are.</summary>
    public IEnumerable<(string Function, string Alias)> Aliases => _cloud.Aliases;

    /// <summary>An alias's invoke URL, which is Lambda's own.</summary>
    public Uri AliasUrl(string function, string alias) => new(Url, $"/2015-03-31/functions/{function}:{alias}/invocations");

    public async ValueTask DisposeAsync()
    {
        _cloud.Stopping();
        await _background.DisposeAsync();
        await _http.DisposeAsync();
        await _machines.DisposeAsync();
        await _cloud.DisposeAsync();
        _workspaces.Clear();
        _queues.Dispose();
        Storage.Dispose();
        await _services.DisposeAsync();
        _data.Dispose();
    }

    /// <summary>Builds of an earlier process have ended by now.</summary>
    private void OpenWorkspaces()
    {
        _workspaces.Open();
        if (_workspaces.Warning is { } warning)
        {
            _services.GetRequiredService<ILogger<Suite>>().LogWarning("{Warning}", warning);
        }
    }

    private static Suite Open(SuiteOptions options, SuiteTemplate template, ProcessSettings settings, DataFolder data, TimeProvider time)
    {
        try
        {
            return new Suite(options, template, settings, data, time);
        }
        catch
        {
            data.Dispose();
            throw;
        }
    }

    private void TellBroken(string execution, Exception error) => _services.GetRequiredService<ILogger<Suite>>().LogCritical(
        error, "The execution {Execution} cannot go on before the next start: {Message}", execution, error.Message);

    private Dictionary<string, QueueConsumer> Consumers(SuiteTemplate template, SuiteFunctions functions, TimeProvider time) => (
        from function in template.Functions
        from queue in function.Queues
        let consumer = ActivatorUtilities.CreateInstance<QueueConsumer>(
            _services, template.Queues.Single(candidate => candidate.Name == queue), functions[function.Name], _queues, time)
        select KeyValuePair.Create(queue, consumer)).ToDictionary(StringComparer.Ordinal);

    /// <summary>The event queues of the functions that are targets of rules, by ARN.</summary>
    private Dictionary<string, AsyncInvocations> Invocations(SuiteTemplate template, SuiteFunctions functions, TimeProvider time) =>
        template.Rules.SelectMany(rule => rule.Targets).Distinct(StringComparer.Ordinal).Where(functions.ByArn.ContainsKey).ToDictionary(
            arn => arn,
            arn => ActivatorUtilities.CreateInstance<AsyncInvocations>(_services, functions.ByArn[arn], _queues, time),
            StringComparer.Ordinal);

    private void Begin(
        SuiteOptions options, SuiteTemplate template, SuiteFunctions functions, Dictionary<string, QueueConsumer> consumers, Dictionary<string, AsyncInvocations> invocations, TimeProvider time)
    {
        var pipe = ActivatorUtilities.CreateInstance<OutboxPipe>(
            _services, template.Pipe, _services.GetRequiredService<ITableStream>(), functions.ByArn[template.Pipe.Enrichment], Bus);
        Run("the outbox's pipe", pipe.RunAsync);
        Run("the watch on the clock", ActivatorUtilities.CreateInstance<ClockWatch>(_services).RunAsync);
        foreach (var (queue, consumer) in consumers)
        {
            Run($"the consumer of {queue}", consumer.RunAsync);
        }

        foreach (var (function, events) in invocations)
        {
            Run($"the events of {function}", events.RunAsync);
        }

        foreach (var function in template.Functions.Where(function => function.Every is not null && function.Handler != Polls))
        {
            var schedule = ActivatorUtilities.CreateInstance<Schedule>(_services, functions[function.Name], function.Every!.Value);
            Run($"the schedule of {function.Name}", schedule.RunAsync);
        }

        if (options.Polls)
        {
            var function = template.Functions.Single(function => function.Handler == Polls);
            Action<string> notice = text => Noticed?.Invoke(text);
            IFolderEvents events = ActivatorUtilities.CreateInstance<FolderEvents>(_services, notice);
            Func<JsonNode, CancellationToken, Task<JsonNode?>> poll = (request, stop) => Task.Run(() => functions[function.Name].InvokeAsync(request, stop), stop);
            var watch = ActivatorUtilities.CreateInstance<SourceWatch>(_services, poll, events, function.Every!.Value);
            Run("the watch of the sources", watch.RunAsync);
        }
    }

    private static SweepPace PaceOf(SuiteTemplate template) => new(template.Functions.Single(function => function.Handler == "SweepDeployments").Every!.Value);

    /// <summary>Nothing goes on before what was left is taken up.</summary>
    private void Run(string name, Func<CancellationToken, Task> body) => _background.Run(name, async stop =>
    {
        await _started.Task.WaitAsync(stop);
        await body(stop);
    });
}
