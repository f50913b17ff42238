using Sluice.Local.Cloud.Metrics;

namespace Sluice.Local.Cloud.LoadBalancers;

/// <summary>Counts requests under AWS/ApplicationELB as a load balancer does: codes that did not occur are not recorded, and a request counts once a target was chosen for it.</summary>
internal sealed class TargetMetrics(MetricStore store)
{
    public const string Namespace = "AWS/ApplicationELB";

    /// <summary>The target answered.</summary>
    /// <param name="seconds">From when the request left for the target to when its answer began.</param>
    public void Answered(string loadBalancerArn, string targetGroupArn, int statusCode, double seconds)
    {
        Record(loadBalancerArn, targetGroupArn, "RequestCount", 1);

        // AWS has no class for what became a WebSocket.
        if (statusCode >= 200)
        {
            Record(loadBalancerArn, targetGroupArn, $"HTTPCode_Target_{statusCode / 100}XX_Count", 1);
        }

        Record(loadBalancerArn, targetGroupArn, "TargetResponseTime", seconds);
    }

    /// <summary>A target was chosen, and the load balancer answered in its place.</summary>
    public void TargetFailed(string loadBalancerArn, string targetGroupArn, bool unreachable)
    {
        Record(loadBalancerArn, targetGroupArn, "RequestCount", 1);
        if (unreachable)
        {
            Record(loadBalancerArn, targetGroupArn, "TargetConnectionErrorCount", 1);
        }
    }

    /// <summary>The load balancer answered with a code of its own.</summary>
    public void OwnAnswer(string loadBalancerArn, int statusCode)
    {
        Record(loadBalancerArn, null, "HTTPCode_ELB_5XX_Count", 1);
        Record(loadBalancerArn, null, $"HTTPCode_ELB_{statusCode}_Count", 1);
    }

    /// <summary>How many targets are healthy and how many are not, at this moment.</summary>
    public void Hosts(string loadBalancerArn, string targetGroupArn, int healthy, int unhealthy)
    {
        Record(loadBalancerArn, targetGroupArn, "HealthyHostCount", healthy);
        Record(loadBalancerArn, targetGroupArn, "UnHealthyHostCount", unhealthy);
    }

    /// <summary>For the load balancer, and for the target group in it.</summary>
    private void Record(string loadBalancerArn, string? targetGroupArn, string metric, double value)
    {
        var loadBalancer = KeyValuePair.Create("LoadBalancer", loadBalancerArn[(loadBalancerArn.IndexOf(":loadbalancer/", StringComparison.Ordinal) + ":loadbalancer/".Length)..]);
        store.Record(MetricKey.Of(Namespace, metric, loadBalancer), StatisticSet.Of(value));
        if (targetGroupArn is not null)
        {
            var targetGroup = KeyValuePair.Create("TargetGroup", targetGroupArn[(targetGroupArn.LastIndexOf(':') + 1)..]);
            store.Record(MetricKey.Of(Namespace, metric, loadBalancer, targetGroup), StatisticSet.Of(value));
        }
    }
}
