using Sluice.Local.Cloud.LoadBalancers.Storage;
using Sluice.Local.Guarding;

namespace Sluice.Local.Cloud.LoadBalancers.Targets;

/// <summary>A target group at work: its targets are checked as long as a listener forwards to it.</summary>
internal sealed class TargetGroup(TargetGroupRecord record, IHealthProbe probe, TimeProvider time, Unattended unattended) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly List<Target> _targets = [];
    private readonly List<Task> _watches = [];
    private CancellationTokenSource? _watching;
    private TargetGroupRecord _record = record;
    private uint _turn;

    public IReadOnlyList<Target> Targets
    {
        get
        {
            lock (_gate)
            {
                return [.. _targets];
            }
        }
    }

    /// <summary>The load balancer that it gets requests from; null if none.</summary>
    public string? User { get; private set; }

    /// <summary>Its definition as it is now. New settings hold from the next check on.</summary>
    public TargetGroupRecord Record
    {
        get => Volatile.Read(ref _record);
        set => Volatile.Write(ref _record, value);
    }

    /// <summary>Checks begin when it comes into use, and end with it.</summary>
    public void Use(string? loadBalancerArn)
    {
        lock (_gate)
        {
            var (was, isNow) = (User is not null, loadBalancerArn is not null);
            User = loadBalancerArn;
            if (was == isNow)
            {
                return;
            }

            _watching?.Cancel();
            _watching = isNow ? new CancellationTokenSource() : null;
            foreach (var target in _targets)
            {
                Begin(target);
            }
        }
    }

    /// <summary>Registering a target again changes nothing, except that one that drained begins anew.</summary>
    public void Register(TargetAddress address)
    {
        lock (_gate)
        {
            var before = _targets.Find(target => target.Address == address);
            if (before is { IsDraining: false })
            {
                return;
            }

            if (before is not null)
            {
                _targets.Remove(before);
            }

            var target = new Target(address, TargetHealth.Unused(time.GetUtcNow()));
            _targets.Add(target);
            Begin(target);
        }
    }

    /// <summary>Sends the target no more requests. Ends when it has none any more, or when the deregistration delay is over. Who is not registered is drained.</summary>
    public async Task DeregisterAsync(TargetAddress address)
    {
        if (Targets.FirstOrDefault(target => target.Address == address) is not { } target)
        {
            return;
        }

        target.Drain(time.GetUtcNow());
        await target.Drained.WaitAsync(Record.DeregistrationDelay(), time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Forget(target);
    }

    /// <summary>The next target to send a request to, whose request has begun; null if there is none. If none is healthy each may get it: a load balancer fails open.</summary>
    public Target? Take()
    {
        var targets = Targets.Where(target => target.Health.State is not (TargetStates.Draining or TargetStates.Unused)).ToList();
        var healthy = targets.FindAll(target => target.Health.State == TargetStates.Healthy);
        var candidates = healthy.Count > 0 ? healthy : targets;
        for (var tries = 0; tries < candidates.Count; tries++)
        {
            var target = candidates[(int)(Interlocked.Increment(ref _turn) % (uint)candidates.Count)];
            if (target.TryBegin())
            {
                return target;
            }
        }

        return null;
    }

    public async ValueTask DisposeAsync()
    {
        Task[] watches;
        lock (_gate)
        {
            _watching?.Cancel();
            watches = [.. _watches];
        }

        await Task.WhenAll(watches).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _watching?.Dispose();
        _watching = null;
    }

    private void Forget(Target target)
    {
        lock (_gate)
        {
            _targets.Remove(target);
        }
    }

    private void Begin(Target target)
    {
        var now = time.GetUtcNow();
        target.Change(_ => _watching is null ? TargetHealth.Unused(now) : TargetHealth.Initial(now));
        if (_watching is not null)
        {
            _watches.RemoveAll(watch => watch.IsCompleted);
            _watches.Add(unattended.LoopAsync($"The health check of {target.Address}", ended => WatchAsync(target, ended), _watching.Token));
        }
    }

    private async Task WatchAsync(Target target, CancellationToken ended)
    {
        // Not on the caller's thread, which holds the gate.
        await Task.Yield();
        var began = time.GetTimestamp();
        while (!ended.IsCancellationRequested && !target.IsDraining)
        {
            var result = await probe.ProbeAsync(target.Address, Record.HealthCheck, ended);
            target.Change(health => ended.IsCancellationRequested ? health : HealthRules.After(health, result, Record.HealthCheck, time.GetElapsedTime(began), time.GetUtcNow()));
            await Task.Delay(HealthRules.Pause(target.Health, Record.HealthCheck), time, ended);
        }
    }
}
