using Sluice.Builds.ControlPlane;
using Sluice.Builds.ControlPlane.Reports;
using Sluice.Platform.Accounts;
using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Reports;

/// <summary>Tells of up to a hundred report groups.</summary>
public sealed class BatchGetReportGroups(ReportGroupStore groups, SuiteAccount account)
    : IOperation<BatchGetReportGroupsInput, BatchGetReportGroupsOutput>
{
    /// <inheritdoc/>
    public async Task<BatchGetReportGroupsOutput> RunAsync(BatchGetReportGroupsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var (found, missing) = await Batches.ReadAsync([.. input.ReportGroupArns.Distinct()], FindAsync);
        return new BatchGetReportGroupsOutput { ReportGroups = [.. found.Select(group => group.Group with { Arn = BuildArns.ReportGroups.Of(group.Name, account) })], ReportGroupsNotFound = missing };

        async Task<StoredReportGroup?> FindAsync(string arn) => BuildArns.ReportGroups.Find(arn, account) is { } name ? await groups.FindAsync(name, cancellationToken) : null;
    }
}
