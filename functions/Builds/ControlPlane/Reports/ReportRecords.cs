using Sluice.BuildContract.Reports;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;

namespace Sluice.Builds.ControlPlane.Reports;

/// <summary>A report's record, derived from what it consists of.</summary>
internal static class ReportRecords
{
    public static StoredReport Of(StoredReportGroup group, string reportId, HandedReports handed, ReportData data, ObjectRef content, ReportRetention retention) =>
        new(group.Name, reportId, Summary(group, reportId, handed, data) with { Expired = handed.EndedAt + retention.Time }, content) { CommitId = handed.CommitId };

    private static Report Summary(StoredReportGroup group, string reportId, HandedReports handed, ReportData data) => new()
    {
        Name = reportId,
        ExecutionId = handed.ExecutionArn,
        Type = group.Group.Type,
        Status = Enum.Parse<ReportStatusType>(data.Status.WireName()),
        Created = handed.EndedAt,
        ExportConfig = group.Group.ExportConfig,
        Truncated = data.Truncated,
        TestSummary = data.Tests is { } tests ? Of(tests) : null,
        CodeCoverageSummary = data.Coverage is { } coverage ? Of(coverage) : null,
    };

    private static TestReportSummary Of(TestSummary tests) => new()
    {
        Total = tests.Total,
        StatusCounts = tests.StatusCounts.ToDictionary(count => count.Key.WireName(), count => count.Value),
        DurationInNanoSeconds = tests.DurationInNanoSeconds,
    };

    private static CodeCoverageReportSummary Of(CoverageCounts counts) => new()
    {
        LinesCovered = counts.LinesCovered,
        LinesMissed = counts.LinesMissed,
        LineCoveragePercentage = counts.LineCoveragePercentage,
        BranchesCovered = counts.BranchesCovered,
        BranchesMissed = counts.BranchesMissed,
        BranchCoveragePercentage = counts.BranchCoveragePercentage,
    };
}
