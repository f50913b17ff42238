using Sluice.BuildContract.Reports;
using Sluice.BuildRunner.Buildspecs;
using Sluice.BuildRunner.Reports.Content;
using Sluice.BuildRunner.Reports.Lines;

namespace Sluice.BuildRunner.Collecting;

/// <summary>Puts a report together from its files. A file with a fault counts for nothing but the fault.</summary>
internal sealed class ReportTally(BuildspecReport report, string source)
{
    private const int MostFaults = 100;
    private readonly CaseList _cases = new();
    private readonly CoverageMap _coverage = new(source);
    private readonly List<string> _files = [];
    private readonly List<string> _faults = [];

    public void Add(ReportContent file)
    {
        _files.Add(file.File);
        if (file.Faults.Count > 0)
        {
            file.Faults.ToList().ForEach(Fault);
            return;
        }

        _coverage.Merge(file.Coverage);
        _cases.Add(file.Cases);
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
        var tests = _cases.Summary;
        var coverages = isTest ? [] : _coverage.Files().ToList();
        return new ReportData(
            report.Group,
            report.Format.Type,
            Status(tests),
            isTest ? tests : null,
            isTest ? null : coverages.Aggregate(CoverageCounts.None, (sum, file) => sum + file.Counts),
            _cases.Kept,
            coverages,
            _files,
            _faults)
        {
            Truncated = tests.Total > _cases.Kept.Count,
        };
    }

    private ReportStatus Status(TestSummary tests) => tests.StatusCounts[TestStatus.Failed] + tests.StatusCounts[TestStatus.Error] > 0 ? ReportStatus.Failed
        : _faults.Count > 0 ? ReportStatus.Incomplete
        : ReportStatus.Succeeded;
}
