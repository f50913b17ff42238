using Sluice.Builds.ControlPlane;
using Sluice.Builds.ControlPlane.Reports;
using Sluice.Builds.ControlPlane.Reports.History;
using Sluice.Platform.Accounts;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Reports;

/// <summary>Tells of a report's test cases, in the order of their files; with <c>historyReports</c> also how each of them went in as many of the group's newest reports.</summary>
public sealed class DescribeTestCases(ReportStore reports, ReportContents contents, TestHistories histories, SuiteAccount account)
    : IOperation<DescribeTestCasesInput, DescribeTestCasesOutput>
{
    /// <inheritdoc/>
    public async Task<DescribeTestCasesOutput> RunAsync(DescribeTestCasesInput input, OperationContext context, CancellationToken cancellationToken)
    {
        TestCaseFilters.Faults(input.Filter).Throw();
        var report = await reports.FindAsync(BuildArns.Reports.Required(input.ReportArn, account), cancellationToken)
            ?? throw new ApiException(InvalidInput.NotFound, $"There is no report {input.ReportArn}.");
        var data = await contents.ReadAsync(report.Data, cancellationToken);
        var (page, token) = OffsetPages.Of(
            [.. data.TestCases.Where(test => TestCaseFilters.Fits(test, input.Filter))], $"{report.Name}\n{input.Filter?.Status}\n{input.Filter?.Keyword}", input.NextToken, input.MaxResults);
        var history = input.HistoryReports is { } most ? await histories.OfGroupAsync(report.GroupName, most, cancellationToken) : null;
        return new DescribeTestCasesOutput { TestCases = [.. page.Select(test => ReportDetails.Of(test, report, history?.Of(TestName.Of(test)), account))], NextToken = token };
    }
}
