using Microsoft.Extensions.Logging;
using Sluice.Local.Cloud.LoadBalancers.Calls;
using Sluice.Local.Cloud.LoadBalancers.Proxying;
using Sluice.Local.Cloud.LoadBalancers.Storage;
using Sluice.Local.Cloud.LoadBalancers.Targets;
using Sluice.Local.Cloud.Metrics;
using Sluice.Local.Cloud.Models;
using Sluice.Local.Guarding;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.LoadBalancers;

/// <summary>Elastic Load Balancing on this machine, put together.</summary>
internal sealed class LoadBalancerService : IAsyncDisposable
{
    private readonly HttpHealthProbe _probe;
    private readonly BalancerStores _stores;
    private readonly ListenerFleet _listeners;

    public LoadBalancerService(CloudOptions options, MetricStore metrics, TimeProvider time, IIds ids, ILogger logger, Unattended unattended)
    {
        _probe = new HttpHealthProbe(time);
        _stores = new BalancerStores(Path.Combine(options.DataFolder, "load-balancing"));
        var counts = new TargetMetrics(metrics);
        Targets = new TargetFleet(_stores, _probe, counts, time, unattended);
        _listeners = new ListenerFleet(_stores, Targets, counts, time, ids, logger, unattended);
        IServiceCall[] calls =
        [
            new CreateLoadBalancer(_stores, options.Identity, time, ids),
            new DescribeLoadBalancers(_stores),
            new DeleteLoadBalancer(_stores, _listeners, Targets),
            new CreateTargetGroup(_stores, Targets, options.Identity, ids),
            new DescribeTargetGroups(_stores),
            new ModifyTargetGroup(_stores, Targets),
            new DescribeTargetGroupAttributes(_stores),
            new ModifyTargetGroupAttributes(_stores, Targets),
            new DeleteTargetGroup(_stores, Targets),
            new CreateListener(_stores, _listeners, Targets, options.Identity, ids),
            new DescribeListeners(_stores),
            new ModifyListener(_stores, _listeners, Targets),
            new DeleteListener(_stores, _listeners, Targets),
            new TargetRegistration(_stores, Targets, unattended, registers: true),
            new TargetRegistration(_stores, Targets, unattended, registers: false),
            new DescribeTargetHealth(Targets, time),
        ];
        Calls = [.. CloudModel.Of("elasticloadbalancingv2").Checking(calls, faults => LoadBalancingErrors.Validation(ModelRefusal.Text(faults)))];
    }

    public IReadOnlyList<IServiceCall> Calls { get; }

    /// <summary>For ECS, which registers its tasks.</summary>
    public TargetFleet Targets { get; }

    public Task StartAsync()
    {
        Targets.Start();
        return _listeners.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _listeners.DisposeAsync();
        await Targets.DisposeAsync();
        _probe.Dispose();
    }
}
