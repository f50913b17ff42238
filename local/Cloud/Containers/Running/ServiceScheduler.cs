using System.Collections.Concurrent;
using Sluice.Local.Cloud.Containers.Storage;
using Sluice.Local.Cloud.Files;

namespace Sluice.Local.Cloud.Containers.Running;

/// <summary>Makes what runs equal to what is remembered.</summary>
internal sealed class ServiceScheduler(ContainerStores stores, ContainerHost host) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, TaskSetRunner> _runners = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TaskSetEvents> _events = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Task> _endings = new(StringComparer.Ordinal);
    private volatile bool _closed;

    /// <summary>Takes up what is remembered: the processes of an earlier run have ended, so each task set starts its tasks anew.</summary>
    public void Start()
    {
        foreach (var service in stores.Services.All)
        {
            Reconcile(service);
        }
    }

    public TaskSetEvents EventsOf(ServiceRecord service) => _events.GetOrAdd(service.Arn, _ => new TaskSetEvents(host.Time, host.Ids));

    /// <summary>Null if it has never been scheduled.</summary>
    public TaskSetRunner? RunnerOf(TaskSetRecord set) => _runners.GetValueOrDefault(set.Arn);

    /// <summary>After a change of the service.</summary>
    public void Reconcile(ServiceRecord service)
    {
        foreach (var set in service.TaskSets)
        {
            _runners.GetOrAdd(set.Arn, _ => NewRunner(service, set)).Scale(_closed ? 0 : set.DesiredCount(service.DesiredCount));
            if (set.Status == TaskSetStatus.Draining)
            {
                _ = _endings.GetOrAdd(set.Arn, arn => host.Unattended.Beside($"The end of the task set {arn}", () => EndAsync(service.Arn, arn)));
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _closed = true;
        await Task.WhenAll(_runners.Values.Select(runner => runner.DisposeAsync().AsTask()));
        await Task.WhenAll(_endings.Values);
        _runners.Clear();
    }

    private TaskSetRunner NewRunner(ServiceRecord service, TaskSetRecord set)
    {
        var log = new BoundedLog(Path.Combine(host.Logs, $"{service.Cluster}.{service.Name}.{set.Id[(set.Id.IndexOf('/') + 1)..]}.log")) { Failed = host.WriteFailed };
        return new TaskSetRunner(stores.Definition(set.TaskDefinition).Container, set.Balancers, host, EventsOf(service), log);
    }

    /// <summary>A task set is gone when its last task has ended.</summary>
    private async Task EndAsync(string serviceArn, string setArn)
    {
        await Task.Yield();
        await _runners[setArn].EmptiedAsync();

        // Of a suite that has ended meanwhile it drains still, and the next start ends it.
        await host.Unattended.StoreAsync($"The end of the task set {setArn}", () => stores.Alone(() => Forget(serviceArn, setArn)), () => _closed);
        if (!_closed)
        {
            _runners.TryRemove(setArn, out _);
        }
    }

    private bool Forget(string serviceArn, string setArn)
    {
        if (stores.Services.Find(serviceArn) is not { } service)
        {
            return false;
        }

        var left = service.TaskSets.Where(set => set.Arn != setArn).ToList();
        var status = service.Status == ServiceRecord.Draining && left.Count == 0 ? ServiceRecord.Inactive : service.Status;
        stores.Services.Save(service with { TaskSets = left, Status = status });
        return true;
    }
}
