using System.Text.RegularExpressions;
using Sluice.Deployments.Model.Analysis;
using Sluice.Deployments.Statistics;
using Sluice.Platform.Documents;

namespace Sluice.Deployments.Analysis.Reading;

/// <summary>Reads one of the <c>Metrics</c>.</summary>
internal static partial class MetricReader
{
    /// <summary>The id of the short form's query.</summary>
    public const string Value = "value";

    /// <summary>The id of the short form's whole.</summary>
    public const string Per = "per";

    private const int MostSamples = 30;
    private const int MinimumRequests = 50;
    private const int MinimumSamples = 3;

    public static AnalysisMetric Read(MappingReader map, int period, AnalysisPlatform platform)
    {
        var name = map.RequiredString("Name");
        if (name.Length > 0 && !NameForm().IsMatch(name))
        {
            map.Fault("Name", $"1 to 64 letters, digits, blanks and ._- were expected, not '{name}'");
        }

        var metric = Queries(map, name, period, platform);
        metric = metric with
        {
            Threshold = map.OptionalMapping("Threshold", Threshold),
            Compare = map.OptionalMapping("Compare", compare => ComparisonReader.Read(compare, metric.Compare ?? ComparisonReader.Default(metric.Per.Count > 0), metric.Per.Count > 0)) ?? metric.Compare,
            Weight = NumberText.Number(map, "Weight", "a number over 0, at most 1000", value => value is > 0 and <= 1000) ?? 1,
            Critical = map.OptionalBool("Critical") ?? false,
        };
        CheckRules(map, metric, platform);
        return Enough(map, metric);
    }

    private static AnalysisMetric Queries(MappingReader map, string name, int period, AnalysisPlatform platform)
    {
        var ready = platform.Ready.FirstOrDefault(metric => metric.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (map.Has("Query") && map.Has("Queries"))
        {
            map.Fault("Queries", "there is a Query too; expected one of them");
        }

        if (map.Has("Queries"))
        {
            map.Ignore("Query");
            var (queries, value, per) = QueryReader.Read(map, period, platform);
            return new AnalysisMetric(name, queries, value) { Per = per };
        }

        if (map.Has("Query"))
        {
            return Short(map, name, platform);
        }

        if (ready is null && name.Length > 0)
        {
            map.Fault("Query", $"is missing; expected a Query or Queries, or as Name a metric that needs none: {string.Join(", ", platform.Ready.Select(metric => metric.Name))}");
        }

        return ready ?? new AnalysisMetric(name, [], Value) { Compare = ComparisonReader.Default(isRate: false) };
    }

    private static AnalysisMetric Short(MappingReader map, string name, AnalysisPlatform platform)
    {
        var value = map.OptionalMapping("Query", query => StatReader.Short(query, Value, platform));
        var per = map.OptionalMapping("Per", query => StatReader.Short(query, Per, platform));
        return new AnalysisMetric(name, [.. new[] { value, per }.OfType<MetricQuery>()], Value) { Per = per is null ? [] : [Per] };
    }

    private static MetricThreshold Threshold(MappingReader map)
    {
        var threshold = new MetricThreshold((double?)map.OptionalNumber("Min"), (double?)map.OptionalNumber("Max"));
        if (threshold is { Min: null, Max: null })
        {
            map.Fault("needs Min, Max or both");
        }
        else if (threshold.Min > threshold.Max)
        {
            map.Fault("Min", "is greater than Max, so that no level could pass");
        }

        return threshold;
    }

    private static void CheckRules(MappingReader map, AnalysisMetric metric, AnalysisPlatform platform)
    {
        if (metric is { Threshold: null, Compare: null })
        {
            map.Fault("nothing says what is good: expected a Threshold, a Compare (which may be empty: {}), or both");
        }

        if (metric.Compare is not null && metric.Queries.Count > 0 && !PlaceholderRules.TellsVersions(metric.Queries, platform))
        {
            map.Fault("Compare", $"the queries would read the same values for both versions; expected {PlaceholderRules.Words(platform.Versioned)} in one of them");
        }
    }

    private static AnalysisMetric Enough(MappingReader map, AnalysisMetric metric)
    {
        var fewest = metric.Compare is { } compare ? MannWhitney.FewestSamples(compare.Direction, compare.Confidence) : 1;
        var samples = map.OptionalInt("MinimumSamples", 1, MostSamples);
        if (samples < fewest)
        {
            map.Fault("MinimumSamples", $"at least {fewest} was expected, not {samples}: with fewer samples even the clearest difference is not certain to {metric.Compare!.Confidence}");
        }

        if (map.Has("MinimumRequests") && metric.Per.Count == 0)
        {
            map.Fault("MinimumRequests", "is for metrics with Per, whose requests are counted; this one has MinimumSamples alone");
        }

        var requests = map.OptionalInt("MinimumRequests", 1, 1_000_000_000) ?? MinimumRequests;
        return metric with { MinimumSamples = samples ?? Math.Max(fewest, MinimumSamples), MinimumRequests = metric.Per.Count > 0 ? requests : 0 };
    }

    [GeneratedRegex("^[A-Za-z0-9._ -]{1,64}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NameForm();
}
