using System.Text.RegularExpressions;
using Sluice.Deployments.Model.Analysis;
using Sluice.Platform.Documents;

namespace Sluice.Deployments.Analysis.Reading;

/// <summary>Reads the parts of a query that name a metric.</summary>
internal static partial class StatReader
{
    private const int MostDimensions = 30;

    private static readonly string[] _units =
    [
        "Seconds", "Microseconds", "Milliseconds", "Bytes", "Kilobytes", "Megabytes", "Gigabytes", "Terabytes", "Bits", "Kilobits", "Megabits", "Gigabits", "Terabits", "Percent", "Count",
        "Bytes/Second", "Kilobytes/Second", "Megabytes/Second", "Gigabytes/Second", "Terabytes/Second", "Bits/Second", "Kilobits/Second", "Megabits/Second", "Gigabits/Second", "Terabits/Second", "Count/Second", "None",
    ];

    /// <summary>The short form: everything in one map.</summary>
    public static MetricQuery Short(MappingReader map, string id, AnalysisPlatform platform) => Metric(map, platform) with
    {
        Id = id,
        Stat = Stat(map),
        Unit = map.OptionalOneOf("Unit", _units),
    };

    /// <summary>CloudWatch's form: the metric in a map of its own.</summary>
    public static MetricQuery Long(MappingReader map, string id, int period, AnalysisPlatform platform)
    {
        if (map.OptionalInt("Period", 1) is { } other && other != period)
        {
            map.Fault("Period", $"{period} was expected, the Period of the analysis, not {other}: all metrics are judged over the same minutes");
        }

        return (map.RequiredMapping("Metric", metric => Metric(metric, platform)) ?? new MetricQuery(id)) with
        {
            Id = id,
            Stat = Stat(map),
            Unit = map.OptionalOneOf("Unit", _units),
        };
    }

    private static MetricQuery Metric(MappingReader map, AnalysisPlatform platform) => new("")
    {
        Namespace = map.RequiredString("Namespace"),
        MetricName = map.RequiredString("MetricName"),
        Dimensions = Dimensions(map, platform),
    };

    private static string Stat(MappingReader map)
    {
        var stat = map.RequiredString("Stat");
        if (stat.Length > 0 && !Statistic().IsMatch(stat))
        {
            map.Fault("Stat", $"a statistic of CloudWatch was expected (Sum, Average, Minimum, Maximum, SampleCount, a percentile such as p90, tm95, …), not '{stat}'");
        }

        return stat;
    }

    // A list of Name and Value as CloudWatch writes them, or a map, which is what a person writes.
    private static IReadOnlyList<MetricDimension> Dimensions(MappingReader map, AnalysisPlatform platform)
    {
        IReadOnlyList<MetricDimension> read = map.Node("Dimensions") is SequenceNode
            ? map.ListOfMappings("Dimensions", item => new MetricDimension(item.RequiredString("Name"), item.RequiredString("Value")))
            : [.. map.MapOfStrings("Dimensions").Select(entry => new MetricDimension(entry.Key, entry.Value))];
        if (read.Count > MostDimensions)
        {
            map.Fault("Dimensions", $"at most {MostDimensions} were expected, not {read.Count}");
        }

        foreach (var twice in read.GroupBy(dimension => dimension.Name).Where(group => group.Count() > 1))
        {
            map.Fault("Dimensions", $"'{twice.Key}' is there {twice.Count()} times; expected it once");
        }

        PlaceholderRules.Check(map, "Dimensions", read.SelectMany(dimension => Placeholders.In(dimension.Value)), platform);
        return read;
    }

    [GeneratedRegex(@"^(SampleCount|Average|Sum|Minimum|Maximum|IQM|(p|tm|wm|tc|ts)([0-9]{1,2}(\.[0-9]{1,10})?|100)|(TM|WM|PR|TC|TS)\([0-9.%:]{1,40}\))$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Statistic();
}
