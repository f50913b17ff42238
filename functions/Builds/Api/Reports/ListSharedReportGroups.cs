using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Reports;

/// <summary>Lists the report groups that other accounts share with this one. Nobody does: the suite knows one account, its own.</summary>
public sealed class ListSharedReportGroups : IOperation<ListSharedReportGroupsInput, ListSharedReportGroupsOutput>
{
    /// <inheritdoc/>
    public Task<ListSharedReportGroupsOutput> RunAsync(ListSharedReportGroupsInput input, OperationContext context, CancellationToken cancellationToken) =>
        Task.FromResult(new ListSharedReportGroupsOutput { ReportGroups = [] });
}
