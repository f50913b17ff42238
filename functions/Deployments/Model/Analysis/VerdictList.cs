namespace Sluice.Deployments.Model.Analysis;

/// <summary>The verdicts that a deployment's record keeps. It is one item of limited size, so the older ones lose what their events tell as well.</summary>
internal static class VerdictList
{
    private const int MostMetrics = 60;
    private const int MostVerdicts = 300;

    public static IReadOnlyList<StepVerdict> Add(IReadOnlyList<StepVerdict> verdicts, StepVerdict verdict)
    {
        var room = MostMetrics;
        var kept = verdicts.Append(verdict).TakeLast(MostVerdicts).Reverse().Select(each =>
        {
            room -= each.Metrics.Count;
            return room >= 0 || ReferenceEquals(each, verdict) ? each : each with { Metrics = [], Why = "" };
        }).ToList();
        kept.Reverse();
        return kept;
    }
}
