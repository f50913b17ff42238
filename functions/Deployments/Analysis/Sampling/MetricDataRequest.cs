using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Deployments.Model.Analysis;

namespace Sluice.Deployments.Analysis.Sampling;

/// <summary>
/// The parameters of <c>GetMetricData</c>: one call reads all metrics of both versions over the same minutes, with how many values are behind each sample. Where those turn out to be unlike, a
/// second call reads the same and, beside it, how many values are over the old version's level.
/// </summary>
internal static class MetricDataRequest
{
    private const string CellPrefix = "cell";

    /// <summary>What is judged where there is no old version: only what has a threshold.</summary>
    public static IReadOnlyList<AnalysisMetric> Judged(AnalysisPlan plan, bool hasOld) =>
        hasOld ? plan.Metrics : [.. plan.Metrics.Where(metric => metric.Threshold is not null)];

    /// <param name="plan">What is judged.</param>
    /// <param name="subjects">Of which versions.</param>
    /// <param name="window">Of which minutes.</param>
    /// <param name="cells">In which ranges a metric's values are counted, by its place among those that are judged; null for the first call.</param>
    public static JsonObject Of(
        AnalysisPlan plan, MetricSubjects subjects, AnalysisWindow window, IReadOnlyDictionary<int, IReadOnlyList<LevelCell>>? cells = null) => new()
    {
        ["MetricDataQueries"] = new JsonArray(
        [
            .. Judged(plan, subjects.Old is not null).SelectMany((metric, index) => Of(metric, index, subjects, window, cells?.GetValueOrDefault(index) ?? [])),
        ]),
        ["StartTime"] = Text(window.Start),
        ["EndTime"] = Text(window.End),
        ["ScanBy"] = "TimestampAscending",
    };

    /// <summary>The id of a query in the request: the metrics' own ids may be the same.</summary>
    public static string IdOf(int metric, string id, bool isNew) => $"{Version(metric, isNew)}_{id}";

    /// <summary>The id of how many values are behind a metric's samples. It begins as no query of the metrics' own does.</summary>
    public static string CountIdOf(int metric, bool isNew) => $"count_{Version(metric, isNew)}";

    /// <summary>The id of how many of them are in a range.</summary>
    public static string CellIdOf(int metric, int cell, bool isNew) => $"{CellPrefix}{cell.ToString(CultureInfo.InvariantCulture)}_{Version(metric, isNew)}";

    public static bool IsCell(string id) => id.StartsWith(CellPrefix, StringComparison.Ordinal);

    private static string Version(int metric, bool isNew) => $"{(isNew ? "new" : "old")}{metric.ToString(CultureInfo.InvariantCulture)}";

    private static IEnumerable<JsonNode> Of(AnalysisMetric metric, int index, MetricSubjects subjects, AnalysisWindow window, IReadOnlyList<LevelCell> cells)
    {
        var compared = metric.Compare is null ? null : subjects.Old;
        return Version(subjects.New, isNew: true).Concat(compared is null ? [] : Version(compared, isNew: false));

        IEnumerable<JsonNode> Version(IReadOnlyDictionary<string, string> values, bool isNew) =>
        [
            .. metric.Queries.Select(query => Of(metric, query, id => IdOf(index, id, isNew), values, window)),
            .. metric.IsCounted && compared is not null ? new[] { Counted(metric, CountIdOf(index, isNew), "SampleCount", values, window) } : [],
            .. cells.Select((cell, place) => Counted(metric, CellIdOf(index, place, isNew), cell.Stat, values, window)),
        ];
    }

    private static JsonObject Counted(AnalysisMetric metric, string id, string stat, IReadOnlyDictionary<string, string> values, AnalysisWindow window) => new()
    {
        ["Id"] = id,
        ["ReturnData"] = true,
        ["MetricStat"] = Stat(metric.Judged! with { Stat = stat }, values, window.PeriodSeconds),
    };

    private static JsonObject Of(
        AnalysisMetric metric, MetricQuery query, Func<string, string> name, IReadOnlyDictionary<string, string> values, AnalysisWindow window)
    {
        var built = new JsonObject
        {
            ["Id"] = name(query.Id),
            ["ReturnData"] = query.Id == metric.Value || metric.Per.Contains(query.Id),
        };
        if (query.Expression is { } expression)
        {
            built["Expression"] = Placeholders.Fill(MetricIds.Rename(expression, name), values);
            if (MetricIds.IsQuery(expression))
            {
                // A Metrics Insights query has no metric that would bring a period along.
                built["Period"] = window.PeriodSeconds;
            }
        }
        else
        {
            built["MetricStat"] = Stat(query, values, window.PeriodSeconds);
        }

        return built;
    }

    private static JsonObject Stat(MetricQuery query, IReadOnlyDictionary<string, string> values, int period)
    {
        var dimensions = query.Dimensions.Select(dimension => (JsonNode)new JsonObject { ["Name"] = dimension.Name, ["Value"] = Placeholders.Fill(dimension.Value, values) });
        var stat = new JsonObject
        {
            ["Metric"] = new JsonObject { ["Namespace"] = query.Namespace, ["MetricName"] = query.MetricName, ["Dimensions"] = new JsonArray([.. dimensions]) },
            ["Period"] = period,
            ["Stat"] = query.Stat,
        };
        if (query.Unit is { } unit)
        {
            stat["Unit"] = unit;
        }

        return stat;
    }

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
