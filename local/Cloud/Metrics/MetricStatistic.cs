using System.Globalization;
using System.Text.RegularExpressions;

namespace Sluice.Local.Cloud.Metrics;

/// <summary>CloudWatch's statistics by name: Sum, Average, Minimum, Maximum, SampleCount, percentiles such as <c>p99</c> and <c>p99.9</c>, and trimmed counts such as <c>TC(100:)</c>.</summary>
internal static partial class MetricStatistic
{
    /// <summary>
    /// How to compute it of a metric's values from a second to before another; null if this machine knows no such statistic. A number that is none counts as missing, so that nothing recorded,
    /// whoever recorded it, can stop those who read.
    /// </summary>
    public static Func<MetricStore, MetricKey, DateTimeOffset, DateTimeOffset, double?>? Find(string? name) => name switch
    {
        "Sum" => Of(values => values.Sum),
        "Average" => Of(values => values.Average),
        "Minimum" => Of(values => values.Minimum),
        "Maximum" => Of(values => values.Maximum),
        "SampleCount" => Of(values => values.SampleCount),
        { } when PercentileForm().Match(name) is { Success: true } match => Percentile(double.Parse(match.Groups["percent"].Value, CultureInfo.InvariantCulture)),
        { } when CountForm().Match(name) is { Success: true } match => Count(Bound(match.Groups["low"], double.NegativeInfinity), Bound(match.Groups["high"], double.PositiveInfinity)),
        _ => null,
    };

    /// <summary>Whether it is a percentile, which CloudWatch has in other members than the five plain statistics.</summary>
    public static bool IsPercentile(string name) => PercentileForm().IsMatch(name);

    private static Func<MetricStore, MetricKey, DateTimeOffset, DateTimeOffset, double?> Of(Func<StatisticSet, double> pick) =>
        (store, key, from, to) => store.Read(key, from, to) is { } values && pick(values) is var number && double.IsFinite(number) ? number : null;

    private static Func<MetricStore, MetricKey, DateTimeOffset, DateTimeOffset, double?> Percentile(double percent) =>
        (store, key, from, to) => store.Percentile(key, percent, from, to);

    private static Func<MetricStore, MetricKey, DateTimeOffset, DateTimeOffset, double?> Count(double low, double high) =>
        (store, key, from, to) => store.Count(key, low, high, from, to);

    private static double Bound(Group bound, double none) => bound.Length > 0 ? double.Parse(bound.Value, CultureInfo.InvariantCulture) : none;

    [GeneratedRegex(@"^TC\((?=[^)]*\d)(?<low>\d{0,30}(?:\.\d{1,10})?):(?<high>\d{0,30}(?:\.\d{1,10})?)\)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CountForm();

    [GeneratedRegex(@"^p(?<percent>100|\d{1,2}(?:\.\d{1,10})?)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PercentileForm();
}
