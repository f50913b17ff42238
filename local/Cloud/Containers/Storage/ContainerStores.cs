using Sluice.Local.Cloud.Files;

namespace Sluice.Local.Cloud.Containers.Storage;

/// <summary>All that is remembered of ECS.</summary>
internal sealed class ContainerStores(string folder)
{
    private readonly Lock _gate = new();

    public RecordStore<ClusterRecord> Clusters { get; } = new(Path.Combine(folder, "clusters"), record => record.Name);

    public RecordStore<TaskDefinitionRecord> Definitions { get; } = new(Path.Combine(folder, "task-definitions"), record => record.Name());

    public RecordStore<ServiceRecord> Services { get; } = new(Path.Combine(folder, "services"), record => record.Arn);

    /// <summary>A cluster by name or ARN; without either it is <c>default</c>.</summary>
    /// <exception cref="StateMachines.Tasks.TaskFailedException">There is none.</exception>
    public ClusterRecord Cluster(string? given)
    {
        var name = LastPart(given ?? "default");
        return Clusters.Find(name) ?? throw EcsErrors.NoCluster(name);
    }

    /// <summary>A service by name or ARN.</summary>
    /// <exception cref="StateMachines.Tasks.TaskFailedException">There is none, or no such cluster.</exception>
    public ServiceRecord Service(string? cluster, string given) =>
        FindService(cluster, given) ?? throw EcsErrors.NoService(given);

    /// <exception cref="StateMachines.Tasks.TaskFailedException">There is no such cluster.</exception>
    public ServiceRecord? FindService(string? cluster, string given)
    {
        var name = LastPart(given);
        var owner = Cluster(cluster).Name;
        return Services.All.FirstOrDefault(service => service.Cluster == owner && service.Name == name);
    }

    /// <summary>A task definition by ARN, <c>family:revision</c> or family, which is its last revision.</summary>
    /// <exception cref="StateMachines.Tasks.TaskFailedException">There is none.</exception>
    public TaskDefinitionRecord Definition(string given)
    {
        var name = LastPart(given);
        return Definitions.Find(name)
            ?? Definitions.All.Where(record => record.Family == name).MaxBy(record => record.Revision)
            ?? throw EcsErrors.Client($"Unable to describe task definition: {given}.");
    }

    /// <summary>Decides and writes as one; <paramref name="decide"/> may throw to refuse.</summary>
    public T Alone<T>(Func<T> decide)
    {
        lock (_gate)
        {
            return decide();
        }
    }

    /// <summary>Changes a service as it is at this moment.</summary>
    /// <exception cref="StateMachines.Tasks.TaskFailedException">There is none, or it is not active any more.</exception>
    public ServiceRecord Change(string? cluster, string service, Func<ServiceRecord, ServiceRecord> change) => Alone(() =>
    {
        var record = Service(cluster, service);
        var changed = change(record.Status == ServiceRecord.Active ? record : throw EcsErrors.NotActive(record.Name));
        Services.Save(changed);
        return changed;
    });

    private static string LastPart(string name) => name[(name.LastIndexOf('/') + 1)..];
}
