using Sluice.Deployments.Model.Analysis;
using Sluice.Platform.Documents;

namespace Sluice.Deployments.Analysis.Reading;

/// <summary>Reads an <c>Analysis</c> block, in an appspec or beside a deployment group; faults are noted with their places.</summary>
internal static class AnalysisBlock
{
    private const int MostMetrics = 20;
    private const int Minute = 60;
    private const int MostSeconds = 172_800;
    private static readonly int[] _short = [1, 5, 10, 20, 30];

    /// <summary>Reads the block's members; the result counts only if no fault was noted.</summary>
    public static AnalysisPlan Read(MappingReader map, AnalysisPlatform platform)
    {
        var period = Period(map);
        var metrics = map.Required("Metrics", "a list of metrics") ? map.ListOfMappings("Metrics", metric => MetricReader.Read(metric, period, platform)) : [];
        if (map.Has("Metrics") && metrics.Count is 0 or > MostMetrics)
        {
            map.Fault("Metrics", $"1 to {MostMetrics} metrics were expected, not {metrics.Count}");
        }

        foreach (var twice in metrics.Where(metric => metric.Name.Length > 0).GroupBy(metric => metric.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            map.Fault("Metrics", $"'{twice.Key}' is there {twice.Count()} times; expected it once");
        }

        return new AnalysisPlan(
            metrics,
            NumberText.Number(map, "PassScore", "a number over 0, at most 100 (percent of the weights)", value => value is > 0 and <= 100) ?? 100,
            period,
            map.OptionalInt("WarmupSeconds", 0, MostSeconds) ?? 0,
            map.OptionalInt("SettleSeconds", 0, 3600) ?? (2 * Math.Min(period, Minute)),
            map.OptionalMapping("Inconclusive", Policy) ?? Policy(2, null, null));
    }

    /// <summary>Reads a block that is a document of its own, the extra field of a deployment group.</summary>
    /// <param name="name">What to call it in faults.</param>
    /// <param name="text">The block in YAML, of which JSON is a part.</param>
    /// <param name="platform">The platform of the group.</param>
    /// <exception cref="InvalidDocumentException">All the faults found.</exception>
    public static AnalysisPlan Read(string name, string text, AnalysisPlatform platform) =>
        DocumentReader.Read(name, text, map => Read(map, platform), ignoreCase: true);

    private static int Period(MappingReader map)
    {
        var period = map.OptionalInt("Period", 1, 3600) ?? Minute;
        if (period % Minute == 0 || _short.Contains(period))
        {
            return period;
        }

        map.Fault("Period", $"one of {string.Join(", ", _short)} or a multiple of 60 (seconds) was expected, not {period}");
        return Minute;
    }

    private static InconclusivePolicy Policy(MappingReader map) => Policy(
        map.OptionalInt("Extend", 0, 20), map.OptionalInt("ExtendSeconds", 1, MostSeconds), map.OptionalEnum<InconclusiveThen>("Then"));

    private static InconclusivePolicy Policy(int? extend, int? seconds, InconclusiveThen? then) => new(extend ?? 2, seconds, then ?? InconclusiveThen.Rollback);
}
