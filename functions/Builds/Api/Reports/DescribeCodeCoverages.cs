using Sluice.Builds.ControlPlane;
using Sluice.Builds.ControlPlane.Reports;
using Sluice.Platform.Accounts;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Reports;

/// <summary>Tells how much of each file the tests ran, by the files' paths if nothing else is asked for.</summary>
public sealed class DescribeCodeCoverages(ReportStore reports, ReportContents contents, SuiteAccount account)
    : IOperation<DescribeCodeCoveragesInput, DescribeCodeCoveragesOutput>
{
    /// <inheritdoc/>
    public async Task<DescribeCodeCoveragesOutput> RunAsync(DescribeCodeCoveragesInput input, OperationContext context, CancellationToken cancellationToken)
    {
        // The model has no error for a report that is not there.
        var report = await reports.FindAsync(BuildArns.Reports.Required(input.ReportArn, account), cancellationToken) ?? throw InvalidInput.Of($"There is no report {input.ReportArn}.");
        var (least, most) = (input.MinLineCoveragePercentage ?? double.MinValue, input.MaxLineCoveragePercentage ?? double.MaxValue);
        var data = await contents.ReadAsync(report.Data, cancellationToken);
        var files = ReportDetails.Sorted(data.CodeCoverages.Where(file => file.Counts.LineCoveragePercentage >= least && file.Counts.LineCoveragePercentage <= most), input);
        var (page, token) = OffsetPages.Of(files, $"{report.Name}\n{input.SortBy}\n{input.SortOrder}\n{least}\n{most}", input.NextToken, input.MaxResults);
        return new DescribeCodeCoveragesOutput { CodeCoverages = [.. page.Select(file => ReportDetails.Of(file, report, account))], NextToken = token };
    }
}
