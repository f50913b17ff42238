using Sluice.Deployments.Model.Analysis;
using Sluice.Platform.Documents;

namespace Sluice.Deployments.Analysis.Reading;

/// <summary>Reads <c>Queries</c>: CloudWatch's metric data queries as they are, which may refer to each other.</summary>
internal static class QueryReader
{
    private const int Most = 10;

    /// <summary>The queries, and the one that is the value.</summary>
    public static (IReadOnlyList<MetricQuery> Queries, string Value, IReadOnlyList<string> Per) Read(MappingReader metric, int period, AnalysisPlatform platform)
    {
        var read = metric.ListOfMappings("Queries", query => Query(query, period, platform));
        var queries = read.Select(entry => entry.Query).ToList();
        var per = metric.OptionalString("Per");
        var returned = read.Where(entry => entry.IsReturned && entry.Query.Id != per).Select(entry => entry.Query.Id).ToList();
        Check(metric, queries, per, returned);
        return (queries, returned.FirstOrDefault() ?? "", per is null ? [] : [per]);
    }

    private static (MetricQuery Query, bool IsReturned) Query(MappingReader map, int period, AnalysisPlatform platform)
    {
        var id = map.RequiredString("Id");
        if (id.Length > 0 && !MetricIds.IsId(id))
        {
            map.Fault("Id", $"{MetricIds.Expected} were expected, not '{id}'");
        }

        map.Ignore("Label");
        var isReturned = map.OptionalBool("ReturnData") ?? true;
        var expression = map.OptionalString("Expression");
        if (map.Has("MetricStat") == (expression is not null))
        {
            map.Fault(expression is null ? "needs either MetricStat or Expression" : "has both MetricStat and Expression; expected one of them");
            map.Ignore("MetricStat");
            return (new MetricQuery(id), isReturned);
        }

        PlaceholderRules.Check(map, "Expression", Placeholders.In(expression ?? ""), platform);
        var query = map.OptionalMapping("MetricStat", stat => StatReader.Long(stat, id, period, platform)) ?? new MetricQuery(id) { Expression = expression };
        return (query, isReturned);
    }

    private static void Check(MappingReader metric, List<MetricQuery> queries, string? per, List<string> returned)
    {
        var ids = queries.Select(query => query.Id).ToList();
        foreach (var fault in Faults(queries, ids, returned))
        {
            metric.Fault("Queries", fault);
        }

        if (per is not null && !ids.Contains(per))
        {
            metric.Fault("Per", $"the Id of one of the Queries was expected, not '{per}'");
        }
    }

    private static IEnumerable<string> Faults(List<MetricQuery> queries, List<string> ids, List<string> returned)
    {
        if (queries.Count is 0 or > Most)
        {
            yield return $"1 to {Most} queries were expected, not {queries.Count}";
        }
        else if (returned.Count != 1)
        {
            yield return $"exactly one with ReturnData (true if it is not said) was expected, apart from the one that Per names, not {returned.Count}: it is what is judged";
        }

        foreach (var twice in ids.GroupBy(id => id).Where(group => group.Count() > 1))
        {
            yield return $"the Id '{twice.Key}' is there {twice.Count()} times; expected it once";
        }

        foreach (var query in queries.Where(query => query.Expression is not null))
        {
            foreach (var unknown in MetricIds.In(query.Expression!).Except(ids, StringComparer.Ordinal))
            {
                yield return $"the expression '{query.Id}' reads '{unknown}', which is the Id of none of these queries";
            }
        }
    }
}
