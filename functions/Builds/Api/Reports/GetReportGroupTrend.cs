using Sluice.Builds.ControlPlane;
using Sluice.Builds.ControlPlane.Reports;
using Sluice.Platform.Accounts;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Reports;

/// <summary>Tells how a number of a group's newest reports went: of each, newest first, and the average, the highest and the lowest.</summary>
public sealed class GetReportGroupTrend(ReportGroupStore groups, ReportStore reports, SuiteAccount account)
    : IOperation<GetReportGroupTrendInput, GetReportGroupTrendOutput>
{
    /// <inheritdoc/>
    public async Task<GetReportGroupTrendOutput> RunAsync(GetReportGroupTrendInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var group = await groups.GetAsync(BuildArns.ReportGroups.Required(input.ReportGroupArn, account), cancellationToken);
        if (group.Group.Type is { } type && ReportTrend.TypeOf(input.TrendField) != type)
        {
            throw InvalidInput.Of($"trendField: {input.TrendField} is of reports of the type {ReportTrend.TypeOf(input.TrendField)}, and the group '{group.Name}' has {type}.");
        }

        var newest = await reports.NewestAsync(group.Name, input.NumOfReports ?? OffsetPages.Most, cancellationToken);
        return ReportTrend.Of([.. newest.Select(report => report.Answer(account))], input.TrendField);
    }
}
