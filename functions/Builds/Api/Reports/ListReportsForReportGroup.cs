using Sluice.Builds.ControlPlane;
using Sluice.Builds.ControlPlane.Reports;
using Sluice.Platform.Accounts;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Reports;

/// <summary>Lists the ARNs of a group's reports, newest first if nothing else is asked for.</summary>
public sealed class ListReportsForReportGroup(ReportGroupStore groups, ReportStore reports, SuiteAccount account)
    : IOperation<ListReportsForReportGroupInput, ListReportsForReportGroupOutput>
{
    /// <inheritdoc/>
    public async Task<ListReportsForReportGroupOutput> RunAsync(ListReportsForReportGroupInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var group = await groups.GetAsync(BuildArns.ReportGroups.Required(input.ReportGroupArn, account), cancellationToken);
        var (names, token) = await reports.ListAsync(group.Name, input.Filter?.Status, input.SortOrder == SortOrderType.ASCENDING, input.NextToken, input.MaxResults, cancellationToken);
        return new ListReportsForReportGroupOutput { Reports = [.. names.Select(name => BuildArns.Reports.Of(name, account))], NextToken = token };
    }
}
