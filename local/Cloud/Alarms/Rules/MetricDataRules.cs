using Sluice.Local.Cloud.Alarms.Shapes;

namespace Sluice.Local.Cloud.Alarms.Rules;

/// <summary>What CloudWatch demands of metric data beyond the model.</summary>
internal static class MetricDataRules
{
    private const int MostData = 1000;
    private const string Reserved = "AWS/";

    public static IEnumerable<RequestFault> Faults(string ns, IReadOnlyList<MetricDatumShape>? data, DateTimeOffset now)
    {
        foreach (var fault in MetricTexts.Namespace(ns, "Namespace"))
        {
            yield return RequestFault.Invalid(fault);
        }

        if (ns.StartsWith(Reserved, StringComparison.Ordinal))
        {
            yield return RequestFault.Value(Reserved, "Namespace");
        }

        if (data is not { Count: > 0 })
        {
            yield return RequestFault.Missing("MetricData");
            yield break;
        }

        if (data.Count > MostData)
        {
            yield return RequestFault.TooMany("MetricData", MostData);
        }

        foreach (var fault in data.SelectMany((datum, index) => new MetricDatumRules(datum, $"MetricData.member.{index + 1}").Faults(now)))
        {
            yield return fault;
        }
    }
}
