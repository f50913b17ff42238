using Sluice.Builds.ControlPlane;
using Sluice.Builds.ControlPlane.Reports;
using Sluice.Platform.Accounts;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Reports;

/// <summary>Changes a report group. Reports that are there keep what they were exported by.</summary>
public sealed class UpdateReportGroup(ReportGroupStore groups, SuiteAccount account, TimeProvider time)
    : IOperation<UpdateReportGroupInput, UpdateReportGroupOutput>
{
    /// <inheritdoc/>
    public async Task<UpdateReportGroupOutput> RunAsync(UpdateReportGroupInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var changed = await groups.ChangeAsync(BuildArns.ReportGroups.Required(input.Arn, account), Changed, cancellationToken);
        return new UpdateReportGroupOutput { ReportGroup = changed.Group with { Arn = BuildArns.ReportGroups.Of(changed.Name, account) } };

        StoredReportGroup Changed(StoredReportGroup before)
        {
            var after = ReportGroupSettings.Update(before.Group, input, time.GetUtcNow());
            ReportGroupRules.Faults(after).Throw();
            return before with { Group = after };
        }
    }
}
