using Sluice.Builds.ControlPlane;
using Sluice.Builds.ControlPlane.Reports;
using Sluice.Platform.Accounts;
using Sluice.Platform.Ids;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Reports;

/// <summary>Makes a group of reports: what they are of, and where their files are copied to.</summary>
public sealed class CreateReportGroup(ReportGroupStore groups, SuiteAccount account, IIds ids, TimeProvider time)
    : IOperation<CreateReportGroupInput, CreateReportGroupOutput>
{
    /// <inheritdoc/>
    public async Task<CreateReportGroupOutput> RunAsync(CreateReportGroupInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var group = ReportGroupSettings.Create(input.Name, input.Type, input.ExportConfig, input.Tags, time.GetUtcNow());
        ReportGroupRules.Faults(group).Throw();
        await groups.CreateAsync(new StoredReportGroup(ids.Uuid(), group), cancellationToken);
        return new CreateReportGroupOutput { ReportGroup = group with { Arn = BuildArns.ReportGroups.Of(group.Name!, account) } };
    }
}
