using Sluice.Deployments.Model.Traffic;

namespace Sluice.Deployments.Analysis.Sampling;

/// <summary>What the placeholders stand for in a deployment.</summary>
internal static class SubjectReader
{
    /// <param name="record">A deployment whose shift is planned.</param>
    /// <param name="traffic">How the traffic is divided while it is judged.</param>
    public static MetricSubjects Read(Deployment record, TrafficSplit traffic)
    {
        var shift = record.Shift!;
        var old = shift.Snapshot is { } before && before.Main != shift.Target && traffic.Shares().GetValueOrDefault(before.Main) > 0 ? before.Main : null;
        return new MetricSubjects(record.Plan.Target.Placeholders(record, shift.Target), old is null ? null : record.Plan.Target.Placeholders(record, old))
        {
            NewShare = traffic.Shares().GetValueOrDefault(shift.Target),
        };
    }
}
