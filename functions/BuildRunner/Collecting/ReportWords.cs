using System.Globalization;
using Sluice.BuildContract.Reports;
using Sluice.Platform.Json;

namespace Sluice.BuildRunner.Collecting;

/// <summary>A report in a line of the log.</summary>
internal static class ReportWords
{
    /// <summary><c>FAILED, 12 tests (10 succeeded, 2 failed) in 1.5 s, of 3 files</c>; or <c>SUCCEEDED, 80.0 % of 120 lines and 50.0 % of 10 branches, of 1 file</c>.</summary>
    public static string Of(ReportData data) =>
        $"{data.Status.WireName()}, {(data.Tests is { } tests ? Of(tests) : Of(data.Coverage ?? CoverageCounts.None))}, of {Counted(data.Files.Count, "file", "files")}{(data.Truncated ? $"; the first {data.TestCases.Count} are kept, those that failed before others" : "")}";

    private static string Of(TestSummary tests)
    {
        var statuses = tests.StatusCounts.Where(status => status.Value > 0).Select(status => $"{status.Value} {status.Key.WireName().ToLowerInvariant()}").ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{Counted(tests.Total, "test", "tests")}{(statuses.Count > 0 ? $" ({string.Join(", ", statuses)})" : "")} in {tests.DurationInNanoSeconds / 1e9:0.0##} s");
    }

    private static string Of(CoverageCounts coverage)
    {
        var lines = Share(coverage.LineCoveragePercentage, (long)coverage.LinesCovered + coverage.LinesMissed, "line", "lines");
        var branches = Share(coverage.BranchCoveragePercentage, (long)coverage.BranchesCovered + coverage.BranchesMissed, "branch", "branches");
        return $"{lines ?? "no lines"}{(branches is null ? "" : $" and {branches}")}";
    }

    private static string? Share(double percentage, long count, string one, string several) =>
        count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{percentage:0.0} % of {Counted(count, one, several)}");

    private static string Counted(long count, string one, string several) => $"{count} {(count == 1 ? one : several)}";
}
