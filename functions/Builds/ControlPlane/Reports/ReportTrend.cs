using System.Globalization;

namespace Sluice.Builds.ControlPlane.Reports;

/// <summary>How a number of a group's reports went.</summary>
internal static class ReportTrend
{
    private const double Percent = 100;

    /// <summary>The type of reports that have the number.</summary>
    public static ReportType TypeOf(ReportGroupTrendFieldType field) =>
        field is ReportGroupTrendFieldType.PASS_RATE or ReportGroupTrendFieldType.DURATION or ReportGroupTrendFieldType.TOTAL ? ReportType.TEST : ReportType.CODE_COVERAGE;

    /// <summary>The number of a report; null if it has none, as the pass rate of no test.</summary>
    public static double? ValueOf(Report report, ReportGroupTrendFieldType field) => field switch
    {
        ReportGroupTrendFieldType.PASS_RATE => report.TestSummary is { Total: > 0 } tests ? Math.Round(Percent * tests.StatusCounts.GetValueOrDefault("SUCCEEDED") / tests.Total, 2) : null,
        ReportGroupTrendFieldType.DURATION => report.TestSummary?.DurationInNanoSeconds,
        ReportGroupTrendFieldType.TOTAL => report.TestSummary?.Total,
        ReportGroupTrendFieldType.LINE_COVERAGE => report.CodeCoverageSummary?.LineCoveragePercentage,
        ReportGroupTrendFieldType.LINES_COVERED => report.CodeCoverageSummary?.LinesCovered,
        ReportGroupTrendFieldType.LINES_MISSED => report.CodeCoverageSummary?.LinesMissed,
        ReportGroupTrendFieldType.BRANCH_COVERAGE => report.CodeCoverageSummary?.BranchCoveragePercentage,
        ReportGroupTrendFieldType.BRANCHES_COVERED => report.CodeCoverageSummary?.BranchesCovered,
        _ => report.CodeCoverageSummary?.BranchesMissed,
    };

    /// <param name="reports">As they are answered, newest first.</param>
    /// <param name="field">Which number.</param>
    public static GetReportGroupTrendOutput Of(IReadOnlyList<Report> reports, ReportGroupTrendFieldType field)
    {
        IReadOnlyList<(Report Report, double Value)> values = [.. reports.Select(report => (report, ValueOf(report, field))).Where(one => one.Item2 is not null).Select(one => (one.report, one.Item2!.Value))];
        return new GetReportGroupTrendOutput
        {
            RawData = [.. values.Select(one => new ReportWithRawData { ReportArn = one.Report.Arn, Data = Text(one.Value) })],
            Stats = values.Count == 0 ? new ReportGroupTrendStats() : new ReportGroupTrendStats
            {
                Average = Text(values.Average(one => one.Value)),
                Max = Text(values.Max(one => one.Value)),
                Min = Text(values.Min(one => one.Value)),
            },
        };
    }

    private static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
