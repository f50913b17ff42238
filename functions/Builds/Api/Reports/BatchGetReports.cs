using Sluice.Builds.ControlPlane.Reports;
using Sluice.Platform.Accounts;
using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Reports;

/// <summary>Tells of up to a hundred reports.</summary>
public sealed class BatchGetReports(ReportStore reports, SuiteAccount account) : IOperation<BatchGetReportsInput, BatchGetReportsOutput>
{
    /// <inheritdoc/>
    public async Task<BatchGetReportsOutput> RunAsync(BatchGetReportsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var (found, missing) = await Batches.ReadAsync([.. input.ReportArns.Distinct()], arn => reports.FindByArnAsync(arn, cancellationToken));
        return new BatchGetReportsOutput { Reports = [.. found.Select(report => report.Answer(account))], ReportsNotFound = missing };
    }
}
