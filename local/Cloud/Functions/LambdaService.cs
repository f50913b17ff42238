using Microsoft.Extensions.Logging;
using Sluice.Local.Cloud.Delivering;
using Sluice.Local.Cloud.Files;
using Sluice.Local.Cloud.Functions.Calls;
using Sluice.Local.Cloud.Functions.Events;
using Sluice.Local.Cloud.Functions.Packages;
using Sluice.Local.Cloud.Functions.Permissions;
using Sluice.Local.Cloud.Functions.Runtime;
using Sluice.Local.Cloud.Functions.Storage;
using Sluice.Local.Cloud.Functions.Urls;
using Sluice.Local.Cloud.Metrics;
using Sluice.Local.Cloud.Processes;
using Sluice.Local.Guarding;
using Sluice.Platform.Ids;
using Sluice.Platform.Objects;

namespace Sluice.Local.Cloud.Functions;

/// <summary>Lambda on this machine, put together.</summary>
internal sealed class LambdaService : IAsyncDisposable
{
    private readonly string _scratch;
    private readonly FunctionFleet _fleet;
    private readonly VersionInitialiser _initialiser;
    private readonly VersionRunner _runner;
    private readonly EventQueue _events;

    public LambdaService(
        CloudOptions options,
        IObjectStore objects,
        MetricStore metrics,
        ProcessLedger ledger,
        ISuiteFunctions suite,
        IEventSink bus,
        DeliveryTargets targets,
        TimeProvider time,
        IIds ids,
        ILogger logger,
        Unattended unattended)
    {
        var folder = Path.Combine(options.DataFolder, "functions");
        _scratch = Directory.CreateDirectory(Path.Combine(folder, "tmp")).FullName;
        var logs = Directory.CreateDirectory(Path.Combine(options.DataFolder, "logs", "functions")).FullName;
        Store = new FunctionStore(Path.Combine(folder, "definitions"), options.Identity);
        var packages = new PackageStore(Path.Combine(folder, "code"), objects, ids, new PackageLimits());
        var environment = new FunctionEnvironment(options.EnvironmentOf(_scratch));
        _fleet = new FunctionFleet(Store, packages, new FunctionHost(environment, ledger, logs, ids, time, unattended) { WriteFailed = options.WriteFailed }, options.Pools);
        _initialiser = new VersionInitialiser(Store, _fleet, ids, unattended);
        var editor = new FunctionEditor(Store, packages, _initialiser, options.Identity, time, ids);
        var counts = new LambdaMetrics(metrics, time);
        _runner = new VersionRunner(Store, _fleet, counts, options.Identity, time, ids, logger);
        var messages = Directory.CreateDirectory(Path.Combine(options.DataFolder, "messages")).FullName;
        var reports = new EventReports(Store, options.Identity, bus, targets, messages, time, ids);
        var records = new RecordStore<QueuedEvent>(Path.Combine(folder, "events"), queued => queued.RequestId);
        _events = new EventQueue(records, Store, reports, counts, options.Pools.Processes, time, logger, unattended);
        reports.Invoke = _events.Add;
        Invoker = new FunctionInvoker(_runner, _events, options.Identity, ids);
        var unused = new UnusedCode(Store, packages, _fleet, editor, unattended);
        _fleet.Swept = unused.Remove;
        Urls = new FunctionUrls(Store, Invoker, counts, options.Identity, time, ids);
        Calls =
        [
            .. CallsOf(editor, unused, new FunctionLookup(Store, editor, options.Identity), suite, options.Identity, ids, time),
            .. UrlCallsOf(new FunctionUrlBook(Store, new UrlNames(options.Identity, options.SuiteUrl), options.Identity, time, ids), options.Identity),
            .. PermissionCallsOf(new PermissionBook(Store, options.Identity, ids), options.Identity),
        ];
    }

    public FunctionStore Store { get; }

    public FunctionFleet Fleet => _fleet;

    public FunctionInvoker Invoker { get; }

    public FunctionUrls Urls { get; }

    public IReadOnlyList<IServiceCall> Calls { get; }

    /// <summary>After the orphans of an earlier run were ended.</summary>
    public void Start()
    {
        foreach (var left in Directory.GetDirectories(_scratch))
        {
            FunctionPlace.Clear(left);
        }

        _fleet.Start();
        _initialiser.Resume();
        _events.Start(_runner);
    }

    public async ValueTask DisposeAsync()
    {
        await _fleet.DisposeAsync();
        await _events.DisposeAsync();
        await _initialiser.EndedAsync();
    }

    private static List<IServiceCall> UrlCallsOf(FunctionUrlBook urls, CloudIdentity identity) =>
    [
        new CreateFunctionUrlConfig(urls),
        new GetFunctionUrlConfig(urls),
        new UpdateFunctionUrlConfig(urls),
        new DeleteFunctionUrlConfig(urls),
        new ListFunctionUrlConfigs(urls, identity),
    ];

    private static List<IServiceCall> PermissionCallsOf(PermissionBook permissions, CloudIdentity identity) =>
        [new AddPermission(permissions, identity), new RemovePermission(permissions, identity), new GetPolicy(permissions, identity)];

    private List<IServiceCall> CallsOf(FunctionEditor editor, UnusedCode unused, FunctionLookup lookup, ISuiteFunctions suite, CloudIdentity identity, IIds ids, TimeProvider time) =>
    [
        new CreateFunction(editor, identity),
        new UpdateFunctionCode(editor, identity),
        new UpdateFunctionConfiguration(editor, identity),
        new PublishVersion(editor, identity),
        new DeleteFunction(editor, unused, identity),
        new GetFunction(lookup),
        new GetFunctionConfiguration(lookup, _initialiser, identity, time),
        new CreateAlias(Store, identity, ids),
        new UpdateAlias(Store, identity, ids),
        new GetAlias(Store, identity),
        new DeleteAlias(Store, identity),
        new ListFunctions(Store, editor, identity),
        new ListVersionsByFunction(Store, editor, identity),
        new ListAliases(Store, identity),
        new SetFunctionEventInvokeConfig(Store, _runner, identity, time) { Keeps = false },
        new SetFunctionEventInvokeConfig(Store, _runner, identity, time) { Keeps = true },
        new GetFunctionEventInvokeConfig(Store, identity),
        new ListFunctionEventInvokeConfigs(Store, identity),
        new DeleteFunctionEventInvokeConfig(Store, identity),
        new InvokeFunction(Invoker, new SuiteFunctionCalls(suite)),
        new InvokeFunctionSdk(Invoker),
    ];
}
