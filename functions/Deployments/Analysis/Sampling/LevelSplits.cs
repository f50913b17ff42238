using Sluice.Deployments.Model.Analysis;
using Sluice.Deployments.Statistics;

namespace Sluice.Deployments.Analysis.Sampling;

/// <summary>Which metrics have to be read once more, with their values counted at the old version's level.</summary>
internal static class LevelSplits
{
    /// <summary>The ranges by the metric's place among those that are judged; none if the answer is all that can be had.</summary>
    public static IReadOnlyDictionary<int, IReadOnlyList<LevelCell>> Needed(AnalysisPlan plan, bool hasOld, AnalysisWindow window, MetricDataAnswer answer)
    {
        var reader = new SampleReader(answer, window);
        return !hasOld || reader.HasCells
            ? new Dictionary<int, IReadOnlyList<LevelCell>>()
            : MetricDataRequest.Judged(plan, hasOld)
                .Select((metric, index) => KeyValuePair.Create(index, Cells(metric, reader.Read(metric, index, isNew: true), metric.IsCounted ? reader.Read(metric, index, isNew: false) : null)))
                .Where(entry => entry.Value.Count > 0)
                .ToDictionary();
    }

    private static IReadOnlyList<LevelCell> Cells(AnalysisMetric metric, SampleSet now, SampleSet? before) =>
        before is { Level: { } level } && SampleRules.Lack(metric, now, before) is null && Evenness.IsEven(now.Count, before.Count) == false
            ? LevelCells.Of(level, metric.Compare!)
            : [];
}
