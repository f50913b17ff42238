using Sluice.Deployments.Keys;
using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.ControlPlane.Instances;

/// <summary>Reads and writes on-premises instances. Deregistered ones stay listed, and their names can be registered again.</summary>
public sealed class InstanceStore(ITable table)
{
    /// <summary>The instance, registered or not any more; null if there never was one.</summary>
    public async Task<OnPremisesInstance?> FindAsync(string name, CancellationToken cancellationToken = default) =>
        (await table.GetAsync(InstanceKeys.Instance(name), cancellationToken))?.Read<OnPremisesInstance>();

    /// <summary>A page of instances, in the order of their names.</summary>
    internal async Task<(IReadOnlyList<OnPremisesInstance> Instances, string? NextToken)> ListAsync(string? token, CancellationToken cancellationToken)
    {
        var page = await Pages.ReadAsync(table, new Query(InstanceKeys.Names) { PageToken = token }, cancellationToken: cancellationToken);
        return ([.. page.Items.Select(item => item.Read<OnPremisesInstance>())], page.NextToken);
    }

    /// <exception cref="ApiException">The name or the identity is taken.</exception>
    internal Task RegisterAsync(OnPremisesInstance instance, CancellationToken cancellationToken) => Contention.RetryAsync("The on-premises instance", () =>
    {
        var free = Condition.Absent | Condition.Has("deregisterTime");
        GuardedWrite record = new(PutItem.Of(InstanceKeys.Instance(instance.InstanceName), instance, free), InstanceErrors.AlreadyRegistered(instance.InstanceName));
        var identity = PutItem.Of(InstanceKeys.Identity(instance.Identity()), new InstanceReference(instance.InstanceName), Condition.Absent);
        return GuardedWrite.TryAllAsync(table, [record, new GuardedWrite(identity, InstanceErrors.IdentityTaken(instance))], cancellationToken);
    });

    /// <summary>Deregisters it and frees its identity; one that is not registered is deregistered already.</summary>
    internal Task DeregisterAsync(string name, DateTimeOffset now, CancellationToken cancellationToken) => Contention.RetryAsync("The on-premises instance", async () =>
    {
        var item = await table.GetAsync(InstanceKeys.Instance(name), cancellationToken);
        if (item?.Read<OnPremisesInstance>() is not { DeregisterTime: null } instance)
        {
            return true;
        }

        GuardedWrite gone = new(PutItem.Of(item.Key, instance with { DeregisterTime = now }, Condition.Rev(item.Rev)));
        return await GuardedWrite.TryAllAsync(table, [gone, new GuardedWrite(new DeleteItem(InstanceKeys.Identity(instance.Identity())))], cancellationToken);
    });

    /// <summary>Changes the tags of all of these or of none.</summary>
    /// <exception cref="ApiException">Some are not registered, or the change is refused.</exception>
    internal Task ChangeTagsAsync(IReadOnlyList<string> names, Func<OnPremisesInstance, IReadOnlyList<Tag>> change, CancellationToken cancellationToken) =>
        Contention.RetryAsync("The on-premises instance", async () =>
        {
            var items = await Task.WhenAll(names.Select(name => table.GetAsync(InstanceKeys.Instance(name), cancellationToken)));
            var missing = names.Where((_, index) => items[index]?.Read<OnPremisesInstance>() is not { DeregisterTime: null }).ToList();
            return missing.Count == 0
                ? await GuardedWrite.TryAllAsync(table, [.. items.Select(item => new GuardedWrite(Changed(item!, change)))], cancellationToken)
                : throw InstanceErrors.NotRegistered(missing);
        });

    private static PutItem Changed(Item item, Func<OnPremisesInstance, IReadOnlyList<Tag>> change)
    {
        var instance = item.Read<OnPremisesInstance>();
        return PutItem.Of(item.Key, instance with { Tags = change(instance) }, Condition.Rev(item.Rev));
    }
}
