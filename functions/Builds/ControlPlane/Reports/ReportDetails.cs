using Sluice.Builds.ControlPlane.Reports.History;
using Sluice.Platform.Accounts;
using Sluice.Platform.Json;
using Handed = Sluice.BuildContract.Reports;

namespace Sluice.Builds.ControlPlane.Reports;

/// <summary>Test cases and files as the API tells of them.</summary>
internal static class ReportDetails
{
    public static TestCase Of(Handed.TestCase test, StoredReport report, TestVerdict? verdict, SuiteAccount account) => new()
    {
        ReportArn = BuildArns.Reports.Of(report.Name, account),
        Name = test.Name,
        Prefix = test.Prefix,
        Status = test.Status.WireName(),
        DurationInNanoSeconds = test.DurationInNanoSeconds,
        Message = test.Message,
        TestSuiteName = test.TestSuiteName,
        TestRawDataPath = test.TestRawDataPath,
        Expired = report.Expired,
        Runs = verdict?.Runs,
        FailedRuns = verdict?.FailedRuns,
        Flaky = verdict?.Flaky,
        Slow = verdict?.Slow,
        MedianDurationInNanoSeconds = verdict?.MedianDurationInNanoSeconds,
    };

    public static CodeCoverage Of(Handed.FileCoverage file, StoredReport report, SuiteAccount account) => new()
    {
        Id = DerivedUuid.Of("coverage", report.ReportId, file.FilePath),
        ReportARN = BuildArns.Reports.Of(report.Name, account),
        FilePath = file.FilePath,
        LinesCovered = file.Counts.LinesCovered,
        LinesMissed = file.Counts.LinesMissed,
        LineCoveragePercentage = file.Counts.LineCoveragePercentage,
        BranchesCovered = file.Counts.BranchesCovered,
        BranchesMissed = file.Counts.BranchesMissed,
        BranchCoveragePercentage = file.Counts.BranchCoveragePercentage,
        Expired = report.Expired,
    };

    public static IReadOnlyList<Handed.FileCoverage> Sorted(IEnumerable<Handed.FileCoverage> files, DescribeCodeCoveragesInput input)
    {
        var ordered = input.SortBy == ReportCodeCoverageSortByType.LINE_COVERAGE_PERCENTAGE
            ? files.OrderBy(file => file.Counts.LineCoveragePercentage).ThenBy(file => file.FilePath, StringComparer.Ordinal)
            : files.OrderBy(file => file.FilePath, StringComparer.Ordinal);
        return input.SortOrder == SortOrderType.DESCENDING ? [.. ordered.Reverse()] : [.. ordered];
    }
}
