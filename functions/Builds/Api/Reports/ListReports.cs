using Sluice.Builds.ControlPlane;
using Sluice.Builds.ControlPlane.Reports;
using Sluice.Platform.Accounts;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Reports;

/// <summary>Lists the ARNs of reports, newest first if nothing else is asked for.</summary>
public sealed class ListReports(ReportStore reports, SuiteAccount account) : IOperation<ListReportsInput, ListReportsOutput>
{
    /// <inheritdoc/>
    public async Task<ListReportsOutput> RunAsync(ListReportsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var (names, token) = await reports.ListAsync(groupName: null, input.Filter?.Status, input.SortOrder == SortOrderType.ASCENDING, input.NextToken, input.MaxResults, cancellationToken);
        return new ListReportsOutput { Reports = [.. names.Select(name => BuildArns.Reports.Of(name, account))], NextToken = token };
    }
}
