using Sluice.Local.Cloud.Alarms.Shapes;

namespace Sluice.Local.Cloud.Alarms.Rules;

/// <summary>What CloudWatch demands of one datum beyond the model.</summary>
internal sealed class MetricDatumRules(MetricDatumShape datum, string at)
{
    private const int MostValues = 150;
    private static readonly TimeSpan Past = TimeSpan.FromDays(14);
    private static readonly TimeSpan Future = TimeSpan.FromHours(2);

    public IEnumerable<RequestFault> Faults(DateTimeOffset now) =>
    [
        .. MetricTexts.Dimensions(datum.Dimensions, $"{at}.Dimensions").Select(RequestFault.Invalid),
        .. Time(now),
        .. Resolution(),
        .. Kinds(),
        .. Numbers(),
        .. Lists(),
        .. Set(),
    ];

    private IEnumerable<RequestFault> Time(DateTimeOffset now)
    {
        if (datum.Timestamp < now - Past)
        {
            yield return RequestFault.Invalid($"The parameter {at}.Timestamp must specify a time within the past two weeks.");
        }

        if (datum.Timestamp > now + Future)
        {
            yield return RequestFault.Invalid($"The parameter {at}.Timestamp must specify a time no more than two hours in the future.");
        }
    }

    private IEnumerable<RequestFault> Resolution() =>
        datum.StorageResolution is null or 1 or 60 ? [] : [RequestFault.NoneOf($"{at}.StorageResolution", ["1", "60"])];

    private IEnumerable<RequestFault> Kinds()
    {
        List<string> given =
        [
            .. datum.Value is null ? [] : new[] { $"{at}.Value" },
            .. datum.StatisticValues is null ? [] : new[] { $"{at}.StatisticValues" },
            .. datum.Values is not { Count: > 0 } ? [] : new[] { $"{at}.Values" },
        ];
        return given switch
        {
            [_] => [],
            [] => [RequestFault.Combination($"At least one of the parameters {at}.Value, {at}.StatisticValues and {at}.Values must be specified.")],
            [.. var first, var last] => [RequestFault.Combination($"The parameters {string.Join(", ", first)} and {last} are mutually exclusive and you have specified {(first.Count == 1 ? "both" : "all")}.")],
        };
    }

    private IEnumerable<RequestFault> Numbers() => Given().Where(given => !MetricNumber.IsOne(given.Value)).Select(given => RequestFault.Value(MetricNumber.Text(given.Value), given.Parameter));

    private IEnumerable<(string Parameter, double Value)> Given() =>
    [
        .. datum.Value is { } value ? [($"{at}.Value", value)] : Array.Empty<(string, double)>(),
        .. Each(datum.Values, "Values"),
        .. Each(datum.Counts, "Counts"),
        .. datum.StatisticValues is { } set
            ? [($"{at}.StatisticValues.SampleCount", set.SampleCount), ($"{at}.StatisticValues.Sum", set.Sum), ($"{at}.StatisticValues.Minimum", set.Minimum), ($"{at}.StatisticValues.Maximum", set.Maximum)]
            : Array.Empty<(string, double)>(),
    ];

    private IEnumerable<(string Parameter, double Value)> Each(IReadOnlyList<double>? values, string member) =>
        (values ?? []).Select((value, index) => ($"{at}.{member}.member.{index + 1}", value));

    private IEnumerable<RequestFault> Lists()
    {
        if (datum.Values?.Count > MostValues)
        {
            yield return RequestFault.TooMany($"{at}.Values", MostValues);
        }

        if (datum.Counts is { Count: > 0 } counts && counts.Count != (datum.Values?.Count ?? 0))
        {
            yield return RequestFault.Combination($"The parameters {at}.Values and {at}.Counts must be of the same size.");
        }

        foreach (var (parameter, count) in Each(datum.Counts, "Counts").Where(given => given.Value <= 0))
        {
            yield return RequestFault.Value(MetricNumber.Text(count), parameter);
        }
    }

    private IEnumerable<RequestFault> Set()
    {
        var name = $"{at}.StatisticValues";
        if (datum.StatisticValues?.Maximum < datum.StatisticValues?.Minimum)
        {
            yield return RequestFault.Invalid($"The parameter {name}.Maximum must be greater than {name}.Minimum.");
        }

        if (datum.StatisticValues?.SampleCount <= 0)
        {
            yield return RequestFault.Invalid($"The parameter {name}.SampleCount must be greater than 0.");
        }
    }
}
