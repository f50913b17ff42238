using Sluice.Builds.ControlPlane;
using Sluice.Builds.ControlPlane.Reports;
using Sluice.Platform.Accounts;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Reports;

/// <summary>Deletes a report group, with its reports if that is said. As in CodeBuild, one that is not there is no error.</summary>
public sealed class DeleteReportGroup(ReportDeletion deletion, SuiteAccount account) : IOperation<DeleteReportGroupInput, DeleteReportGroupOutput>
{
    /// <inheritdoc/>
    public async Task<DeleteReportGroupOutput> RunAsync(DeleteReportGroupInput input, OperationContext context, CancellationToken cancellationToken)
    {
        await deletion.DeleteGroupAsync(BuildArns.ReportGroups.Required(input.Arn, account), input.DeleteReports ?? false, cancellationToken);
        return new DeleteReportGroupOutput();
    }
}
