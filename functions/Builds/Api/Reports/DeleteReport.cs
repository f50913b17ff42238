using Sluice.Builds.ControlPlane;
using Sluice.Builds.ControlPlane.Reports;
using Sluice.Platform.Accounts;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Reports;

/// <summary>Deletes a report. As in CodeBuild, one that is not there is no error.</summary>
public sealed class DeleteReport(ReportDeletion deletion, SuiteAccount account) : IOperation<DeleteReportInput, DeleteReportOutput>
{
    /// <inheritdoc/>
    public async Task<DeleteReportOutput> RunAsync(DeleteReportInput input, OperationContext context, CancellationToken cancellationToken)
    {
        await deletion.DeleteAsync(BuildArns.Reports.Required(input.Arn, account), cancellationToken);
        return new DeleteReportOutput();
    }
}
