using Sluice.BuildContract.Reports;

namespace Sluice.Builds.ControlPlane.Reports.History;

/// <summary>Test cases over the reports of a group, newest first.</summary>
internal sealed class TestHistory
{
    /// <summary>Broken once and mended, and broken once more: a test that goes to and fro as often as this is flaky even if no two runs were of one commit.</summary>
    private const int FlakyTurns = 3;

    /// <summary>A test is slow that takes this many times as long as the median of all, and as long as a person notices.</summary>
    private const int SlowTimes = 10;
    private const long NoticedInNanoSeconds = 1_000_000_000;

    private readonly Dictionary<TestName, List<TestRun>> _runs = [];
    private readonly Lazy<long> _median;

    /// <param name="reports">Newest first, each with the commit that was tested.</param>
    public TestHistory(IEnumerable<(string? CommitId, ReportData Data)> reports)
    {
        foreach (var (commit, data) in reports)
        {
            foreach (var test in data.TestCases)
            {
                Add(test, commit);
            }
        }

        _median = new Lazy<long>(() => Median([.. _runs.Values.Select(runs => Median([.. runs.Select(run => run.DurationInNanoSeconds)]))]));
    }

    /// <summary>The median duration of each test case, for whoever divides them.</summary>
    public IReadOnlyDictionary<TestName, long> Durations => _runs.ToDictionary(test => test.Key, test => Median([.. test.Value.Select(run => run.DurationInNanoSeconds)]));

    public TestVerdict Of(TestName test)
    {
        IReadOnlyList<TestRun> runs = _runs.TryGetValue(test, out var found) ? found : [];
        var median = Median([.. runs.Select(run => run.DurationInNanoSeconds)]);
        return new TestVerdict(runs.Count, runs.Count(run => run.Failed), IsFlaky(runs), median >= NoticedInNanoSeconds && median >= SlowTimes * _median.Value, median);
    }

    private void Add(BuildContract.Reports.TestCase test, string? commit)
    {
        var run = new TestRun(test.Status, test.DurationInNanoSeconds, commit);
        if (!run.Passed && !run.Failed)
        {
            return;
        }

        if (!_runs.TryGetValue(TestName.Of(test), out var runs))
        {
            _runs[TestName.Of(test)] = runs = [];
        }

        runs.Add(run);
    }

    private static bool IsFlaky(IReadOnlyList<TestRun> runs) =>
        runs.Where(run => run.CommitId is not null).GroupBy(run => run.CommitId).Any(same => same.Any(run => run.Passed) && same.Any(run => run.Failed))
        || runs.Zip(runs.Skip(1)).Count(pair => pair.First.Passed != pair.Second.Passed) >= FlakyTurns;

    /// <summary>Of an even number the lower one, so that it is a duration that was.</summary>
    private static long Median(List<long> values)
    {
        values.Sort();
        return values.Count == 0 ? 0 : values[(values.Count - 1) / 2];
    }
}
