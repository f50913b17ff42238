using Sluice.Builds.ControlPlane;
using Sluice.Builds.ControlPlane.Reports;
using Sluice.Platform.Accounts;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Reports;

/// <summary>Lists the ARNs of report groups, by name if nothing else is asked for.</summary>
public sealed class ListReportGroups(ReportGroupStore groups, SuiteAccount account) : IOperation<ListReportGroupsInput, ListReportGroupsOutput>
{
    /// <inheritdoc/>
    public async Task<ListReportGroupsOutput> RunAsync(ListReportGroupsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var (names, token) = await groups.ListAsync(ListingOrders.Of(input.SortBy), input.SortOrder == SortOrderType.DESCENDING, input.NextToken, input.MaxResults, cancellationToken);
        return new ListReportGroupsOutput { ReportGroups = [.. names.Select(name => BuildArns.ReportGroups.Of(name, account))], NextToken = token };
    }
}
