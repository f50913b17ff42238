using System.Collections.Concurrent;
using Sluice.Local.Cloud.LoadBalancers.Storage;
using Sluice.Local.Guarding;

namespace Sluice.Local.Cloud.LoadBalancers.Targets;

/// <summary>All target groups at work.</summary>
internal sealed class TargetFleet(BalancerStores stores, IHealthProbe probe, TargetMetrics metrics, TimeProvider time, Unattended unattended) : IAsyncDisposable
{
    private static readonly TimeSpan CountsHostsEvery = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, TargetGroup> _groups = new(StringComparer.Ordinal);
    private ITimer? _counting;

    /// <summary>Takes up what is remembered.</summary>
    public void Start()
    {
        foreach (var record in stores.TargetGroups.All)
        {
            Put(record);
            foreach (var target in record.Targets)
            {
                _groups[record.Arn].Register(target);
            }
        }

        _counting = unattended.Timer("The count of hosts", CountHosts, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        RefreshUse();
    }

    /// <summary>A new group, or new settings of one.</summary>
    public void Put(TargetGroupRecord record) =>
        _groups.AddOrUpdate(record.Arn, _ => new TargetGroup(record, probe, time, unattended), (_, group) =>
        {
            group.Record = record;
            return group;
        });

    /// <exception cref="StateMachines.Tasks.TaskFailedException">There is none.</exception>
    public TargetGroup Get(string? arn) => _groups.GetValueOrDefault(arn ?? "") ?? throw LoadBalancingErrors.NoTargetGroup(arn ?? "");

    public TargetGroup? Find(string arn) => _groups.GetValueOrDefault(arn);

    public async Task RemoveAsync(string arn)
    {
        if (_groups.TryRemove(arn, out var group))
        {
            await group.DisposeAsync();
        }
    }

    /// <summary>After listeners changed. Without any that forwards to a group nothing runs.</summary>
    public void RefreshUse()
    {
        foreach (var (arn, group) in _groups)
        {
            group.Use(stores.UserOf(arn));
        }

        var every = _groups.Values.Any(group => group.User is not null) ? CountsHostsEvery : Timeout.InfiniteTimeSpan;
        _counting?.Change(every, every);
    }

    public async ValueTask DisposeAsync()
    {
        if (_counting is not null)
        {
            await _counting.DisposeAsync();
        }

        await Task.WhenAll(_groups.Values.Select(group => group.DisposeAsync().AsTask()));
    }

    private void CountHosts()
    {
        foreach (var (arn, group) in _groups)
        {
            if (group is { User: { } user, Targets: { Count: > 0 } targets })
            {
                metrics.Hosts(
                    user, arn, targets.Count(target => target.Health.State == TargetStates.Healthy), targets.Count(target => target.Health.State == TargetStates.Unhealthy));
            }
        }
    }
}
