using Sluice.BuildContract.Reports;
using Sluice.BuildRunner.Buildspecs;
using Sluice.BuildRunner.Reports.Content;
using Sluice.BuildRunner.Reports.Lines;

namespace Sluice.BuildRunner.Collecting;

/// <summary>Puts a report together from its files. A file with a fault counts for nothing but the fault.</summary>
internal sealed class ReportTally(BuildspecReport report, string source)
{
    /// <summary>CodeBuild keeps 500. Whoever has more cases wants to find the one that failed.</summary>
    public const int MostCases = 100_000;

    private const int MostFaults = 100;
    private readonly List<TestCase> _cases = [];
    private readonly CoverageMap _coverage = new(source);
    private readonly Dictionary<TestStatus, int> _statuses = Enum.GetValues<TestStatus>().ToDictionary(status => status, _ => 0);
    private readonly List<string> _files = [];
    private readonly List<string> _faults = [];
    private decimal _nanoSeconds;
    private int _total;

    public void Add(ReportContent file)
    {
        _files.Add(file.File);
        if (file.Faults.Count > 0)
        {
            file.Faults.ToList().ForEach(Fault);
            return;
        }

        _coverage.Merge(file.Coverage);
        foreach (var test in file.Cases)
        {
            _total++;
            _statuses[test.Status]++;
            _nanoSeconds += test.DurationInNanoSeconds;
        }

        // Those that failed are kept before others, as CodeBuild does.
        _cases.AddRange(file.Cases);
        if (_cases.Count > MostCases)
        {
            var kept = _cases.OrderBy(test => test.Status is TestStatus.Failed or TestStatus.Error ? 0 : 1).Take(MostCases).ToHashSet(ReferenceEqualityComparer.Instance);
            _cases.RemoveAll(test => !kept.Contains(test));
        }
    }

    public void Fault(string fault)
    {
        if (_faults.Count < MostFaults)
        {
            _faults.Add(fault);
        }
    }

    public ReportData Data()
    {
        var isTest = report.Format.Type == ReportType.Test;
        var coverages = isTest ? [] : _coverage.Files().ToList();
        return new ReportData(
            report.Group,
            report.Format.Type,
            Status(),
            isTest ? new TestSummary(_total, _statuses, (long)Math.Min(_nanoSeconds, long.MaxValue)) : null,
            isTest ? null : coverages.Aggregate(CoverageCounts.None, (sum, file) => sum + file.Counts),
            _cases,
            coverages,
            _files,
            _faults)
        {
            Truncated = _total > _cases.Count,
        };
    }

    private ReportStatus Status() => _statuses[TestStatus.Failed] + _statuses[TestStatus.Error] > 0 ? ReportStatus.Failed
        : _faults.Count > 0 ? ReportStatus.Incomplete
        : ReportStatus.Succeeded;
}
