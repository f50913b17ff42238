using Sluice.BuildContract.Reports;

namespace Sluice.Builds.ControlPlane.Reports;

/// <summary>Makes one report of those that the builds of a fan-out told.</summary>
internal static class ReportMerge
{
    /// <param name="parts">At least one, all of one group and type.</param>
    public static ReportData Of(IReadOnlyList<ReportData> parts) => parts.Count == 1 ? parts[0] : new ReportData(
        parts[0].Group,
        parts[0].Type,
        parts.Any(part => part.Status == ReportStatus.Failed) ? ReportStatus.Failed : parts.Any(part => part.Status == ReportStatus.Incomplete) ? ReportStatus.Incomplete : ReportStatus.Succeeded,
        Tests(parts),
        Coverage(parts),
        [.. parts.SelectMany(part => part.TestCases)],
        Files(parts),
        [.. parts.SelectMany(part => part.Files).Distinct(StringComparer.Ordinal)],
        [.. parts.SelectMany(part => part.Faults)])
    {
        Truncated = parts.Any(part => part.Truncated),
    };

    /// <summary>By the parts' sums, since a part may have had more cases than it kept.</summary>
    private static TestSummary? Tests(IReadOnlyList<ReportData> parts)
    {
        IReadOnlyList<TestSummary> sums = [.. parts.Select(part => part.Tests).OfType<TestSummary>()];
        return sums.Count == 0 ? null : new TestSummary(
            sums.Sum(sum => sum.Total),
            Enum.GetValues<TestStatus>().ToDictionary(status => status, status => sums.Sum(sum => sum.StatusCounts.GetValueOrDefault(status))),
            (long)Math.Min(sums.Sum(sum => (decimal)sum.DurationInNanoSeconds), long.MaxValue));
    }

    private static CoverageCounts? Coverage(IReadOnlyList<ReportData> parts) =>
        parts[0].Type == BuildContract.Reports.ReportType.CodeCoverage ? Files(parts).Aggregate(CoverageCounts.None, (sum, file) => sum + file.Counts) : null;

    /// <summary>
    /// Each shard ran a part of the tests over the same files. Which lines that were is not told, so of each file the shard that covered most of it counts: no less than that is covered.
    /// </summary>
    private static IReadOnlyList<FileCoverage> Files(IReadOnlyList<ReportData> parts) =>
    [
        .. parts.SelectMany(part => part.CodeCoverages)
            .GroupBy(file => file.FilePath, StringComparer.Ordinal)
            .Select(same => same.OrderByDescending(file => file.Counts.LinesCovered).ThenByDescending(file => file.Counts.BranchesCovered).First())
            .OrderBy(file => file.FilePath, StringComparer.Ordinal),
    ];
}
