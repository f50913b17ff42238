using Sluice.BuildContract.Reports;

namespace Sluice.BuildRunner.Reports.Content;

/// <summary>Test cases, all of them counted and the most that a report has kept: those that failed before others, as CodeBuild does.</summary>
internal sealed class CaseList
{
    /// <summary>CodeBuild keeps 500. Whoever has more cases wants to find the one that failed.</summary>
    public const int MostKept = 100_000;

    private readonly Dictionary<TestStatus, int> _statuses = Enum.GetValues<TestStatus>().ToDictionary(status => status, _ => 0);
    private List<TestCase> _cases = [];
    private decimal _nanoSeconds;

    /// <summary>In the order in which they came.</summary>
    public IReadOnlyList<TestCase> Kept
    {
        get
        {
            Trim();
            return _cases;
        }
    }

    public TestSummary Summary => new(_statuses.Values.Sum(), new Dictionary<TestStatus, int>(_statuses), (long)Math.Min(_nanoSeconds, long.MaxValue));

    public void Add(TestCase test)
    {
        _statuses[test.Status]++;
        _nanoSeconds += test.DurationInNanoSeconds;
        Keep(test);
    }

    public void Add(CaseList others)
    {
        foreach (var (status, count) in others._statuses)
        {
            _statuses[status] += count;
        }

        _nanoSeconds += others._nanoSeconds;
        foreach (var test in others.Kept)
        {
            Keep(test);
        }
    }

    private void Keep(TestCase test)
    {
        _cases.Add(test);
        // Not each time: it goes through all of them.
        if (_cases.Count >= 2 * MostKept)
        {
            Trim();
        }
    }

    private void Trim()
    {
        if (_cases.Count > MostKept)
        {
            var numbered = _cases.Select((test, number) => (test, number));
            _cases = [.. numbered.OrderBy(one => one.test.Status is TestStatus.Failed or TestStatus.Error ? 0 : 1).Take(MostKept).OrderBy(one => one.number).Select(one => one.test)];
        }
    }
}
