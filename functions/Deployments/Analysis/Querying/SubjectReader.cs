using Sluice.Deployments.Ecs;
using Sluice.Deployments.FunctionPackages;
using Sluice.Deployments.Traffic;

namespace Sluice.Deployments.Analysis.Querying;

/// <summary>What the placeholders stand for in a deployment.</summary>
internal static class SubjectReader
{
    /// <param name="record">A deployment whose shift is planned.</param>
    /// <param name="traffic">How the traffic is divided while it is judged.</param>
    public static MetricSubjects Read(Deployment record, TrafficSplit traffic)
    {
        var shift = record.Shift!;
        var old = shift.Snapshot is { } before && before.Main != shift.Target && traffic.Shares().GetValueOrDefault(before.Main) > 0 ? before.Main : null;
        return new MetricSubjects(Values(record, shift.Target), old is null ? null : Values(record, old))
        {
            NewShare = traffic.Shares().GetValueOrDefault(shift.Target),
        };
    }

    private static Dictionary<string, string> Values(Deployment record, string receiver) =>
        record.Plan.Lambda is { } lambda ? Lambda(lambda, receiver) : Ecs(record, record.Plan.Ecs!, receiver);

    private static Dictionary<string, string> Lambda(LambdaPlan lambda, string version) => new(StringComparer.Ordinal)
    {
        ["FunctionName"] = lambda.FunctionName,
        ["Alias"] = lambda.AliasName,
        ["Version"] = version,
    };

    private static Dictionary<string, string> Ecs(Deployment record, EcsPlan ecs, string targetGroup) => new(StringComparer.Ordinal)
    {
        ["ClusterName"] = ecs.ClusterName,
        ["ServiceName"] = ecs.ServiceName,
        ["LoadBalancer"] = LoadBalancer(ecs.ProductionListener),
        ["TargetGroup"] = targetGroup[(targetGroup.LastIndexOf(':') + 1)..],
        ["TaskSetId"] = record.Ecs?.TaskSets.FirstOrDefault(set => set.TargetGroup == targetGroup)?.Identifier ?? "",
    };

    // The dimension is a part of the ARN: …:listener/app/my-balancer/50dc6c495c0c9188/f2f7dc8efc522ab2 is a listener of app/my-balancer/50dc6c495c0c9188.
    private static string LoadBalancer(string listener)
    {
        var parts = listener[(listener.LastIndexOf(':') + 1)..].Split('/');
        return string.Join('/', parts.Skip(1).Take(3));
    }
}
