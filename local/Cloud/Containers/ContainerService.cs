using Sluice.Local.Cloud.Containers.Calls;
using Sluice.Local.Cloud.Containers.Running;
using Sluice.Local.Cloud.Containers.Storage;
using Sluice.Local.Cloud.LoadBalancers.Targets;
using Sluice.Local.Cloud.Models;
using Sluice.Local.Cloud.Processes;
using Sluice.Local.Guarding;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.Containers;

/// <summary>ECS's services and task sets on this machine, put together.</summary>
internal sealed class ContainerService : IAsyncDisposable
{
    private readonly ServiceScheduler _scheduler;

    public ContainerService(CloudOptions options, TargetFleet targets, ProcessLedger ledger, TimeProvider time, IIds ids, Unattended unattended)
    {
        var folder = Path.Combine(options.DataFolder, "containers");
        var scratch = Directory.CreateDirectory(Path.Combine(folder, "tmp")).FullName;
        var logs = Directory.CreateDirectory(Path.Combine(options.DataFolder, "logs", "containers")).FullName;
        var stores = new ContainerStores(folder);
        var environment = options.EnvironmentOf(scratch);
        _scheduler = new ServiceScheduler(stores, new ContainerHost(environment, ledger, targets, new LoopbackPorts(), logs, time, ids, unattended) { WriteFailed = options.WriteFailed });
        var identity = options.Identity;
        var sets = new NewTaskSet(identity, time, ids);
        IServiceCall[] calls =
        [
            new CreateCluster(stores, identity),
            new RegisterTaskDefinition(stores, identity, time),
            new CreateService(stores, _scheduler, targets, identity, sets, time),
            new DescribeServices(stores, _scheduler, identity),
            new UpdateService(stores, _scheduler, identity),
            new DeleteService(stores, _scheduler, identity),
            new CreateTaskSet(stores, _scheduler, targets, identity, sets),
            new DescribeTaskSets(stores, _scheduler, identity),
            new UpdateTaskSet(stores, _scheduler, identity, time),
            new UpdateServicePrimaryTaskSet(stores, _scheduler, identity, time),
            new DeleteTaskSet(stores, _scheduler, identity, time),
        ];
        Calls = [.. CloudModel.Of("ecs").Checking(calls, faults => EcsErrors.InvalidParameter(ModelRefusal.Text(faults)))];
    }

    public IReadOnlyList<IServiceCall> Calls { get; }

    /// <summary>After the orphans of an earlier run were ended, and target groups are there.</summary>
    public void Start() => _scheduler.Start();

    public ValueTask DisposeAsync() => _scheduler.DisposeAsync();
}
