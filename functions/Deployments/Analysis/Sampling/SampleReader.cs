using Sluice.Deployments.Model.Analysis;
using Sluice.Deployments.Statistics;

namespace Sluice.Deployments.Analysis.Sampling;

/// <summary>Makes samples of CloudWatch's answer.</summary>
internal sealed class SampleReader(MetricDataAnswer answer, AnalysisWindow window)
{
    /// <summary>Whether values were counted at the old version's level already.</summary>
    public bool HasCells => answer.MetricDataResults?.Any(result => MetricDataRequest.IsCell(result.Id)) != false;

    public SampleSet Read(AnalysisMetric metric, int index, bool isNew)
    {
        var ids = metric.Per.Prepend(metric.Value).Select(id => MetricDataRequest.IdOf(index, id, isNew)).ToList();
        if (Problem(ids) is { } problem)
        {
            return new SampleSet(new Dictionary<DateTimeOffset, double>()) { Missing = window.Samples, Problem = problem };
        }

        var values = Sum(ids.Take(1));
        return metric.Per.Count == 0
            ? Plain(values, Sum([MetricDataRequest.CountIdOf(index, isNew)])) with { Cells = Cells(index, isNew) }
            : Rates(values, Sum(ids.Skip(1)));
    }

    private SampleSet Plain(SortedDictionary<DateTimeOffset, double> values, SortedDictionary<DateTimeOffset, double> counts)
    {
        var finite = values.Where(value => double.IsFinite(value.Value)).ToDictionary();
        var behind = finite.Keys.Select(period => counts.GetValueOrDefault(period)).ToList();
        return new SampleSet(finite)
        {
            Removed = values.Count - finite.Count,
            Missing = Math.Max(0, window.Samples - values.Count),
            Level = SampleSet.MedianOf([.. finite.Values]),
            Count = behind.Count > 0 && behind.TrueForAll(count => count > 0 && double.IsFinite(count)) ? behind.Sum() : null,
        };
    }

    // CloudWatch has no point where there is nothing to count: requests without a value are requests of which none failed. No requests are no sample.
    private SampleSet Rates(SortedDictionary<DateTimeOffset, double> parts, SortedDictionary<DateTimeOffset, double> wholes)
    {
        var counted = wholes.Where(whole => whole.Value is not 0)
            .Select(whole => KeyValuePair.Create(whole.Key, new Proportion(parts.GetValueOrDefault(whole.Key), whole.Value))).ToList();
        var valid = counted.Where(period => period.Value.Whole > 0 && double.IsFinite(period.Value.Percent) && double.IsFinite(period.Value.Whole)).ToList();
        var all = ProportionTest.Sum(valid.Select(period => period.Value));
        var requests = double.IsFinite(all.Whole) ? all.Whole : double.MaxValue;
        return new SampleSet(valid.ToDictionary(period => period.Key, period => period.Value.Percent))
        {
            Removed = counted.Count - valid.Count,
            Missing = Math.Max(0, window.Samples - counted.Count),
            Requests = requests,
            Count = requests,
            Counts = valid.ToDictionary(),
            Level = double.IsFinite(all.Percent) ? all.Percent : null,
        };
    }

    private IReadOnlyList<IReadOnlyDictionary<DateTimeOffset, double>> Cells(int index, bool isNew)
    {
        var cells = Enumerable.Range(0, LevelCells.Most(ChangeDirection.Either))
            .Select(cell => MetricDataRequest.CellIdOf(index, cell, isNew))
            .TakeWhile(id => answer.MetricDataResults!.Any(result => result.Id == id))
            .Select(id => Sum([id])).ToList();
        return cells.TrueForAll(cell => cell.Count == 0) || answer.MetricDataResults!.Any(IsCutShort) ? [] : cells;
    }

    private static bool IsCutShort(MetricDataResult result) => MetricDataRequest.IsCell(result.Id) && result.StatusCode is not (null or "Complete");

    private SortedDictionary<DateTimeOffset, double> Sum(IEnumerable<string> ids) => new(ids
        .SelectMany(id => answer.MetricDataResults!.Where(result => result.Id == id))
        .SelectMany(result => result.Points())
        .Where(point => point.Key >= window.Start && point.Key < window.End)
        .GroupBy(point => point.Key, point => point.Value)
        .ToDictionary(group => group.Key, group => group.Sum()));

    private string? Problem(List<string> ids)
    {
        if (answer.MetricDataResults is not { } results)
        {
            return $"CloudWatch did not answer: {answer.Cause ?? answer.Error ?? "it gave no data"}";
        }

        var found = ids.Select(id => results.Where(result => result.Id == id).ToList()).ToList();
        return found.SelectMany(series => series).FirstOrDefault(result => result.StatusCode is not (null or "Complete")) is { } bad
            ? $"CloudWatch answered {bad.StatusCode} for a query"
            : found.FirstOrDefault(series => series.Count > 1) is { } several
            ? $"a query gives {several.Count} series, and one was expected"
            : null;
    }
}
