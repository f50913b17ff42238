using Sluice.Platform.Accounts;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.ControlPlane.Reports;

/// <summary>Takes reports and groups away, each with what belongs to it. What was exported stays.</summary>
public sealed class ReportDeletion(ReportGroupStore groups, ReportStore reports, ReportContents contents, SuiteAccount account)
{
    /// <summary>Deletes a report; one that is not there is no error.</summary>
    internal async Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        if (await reports.FindAsync(name, cancellationToken) is { } report)
        {
            await DeleteAsync(report, cancellationToken);
        }
    }

    /// <summary>Deletes a group; one that is not there is no error.</summary>
    /// <exception cref="ApiException">It has reports, and they are not to be deleted with it.</exception>
    internal async Task DeleteGroupAsync(string name, bool deleteReports, CancellationToken cancellationToken)
    {
        if (!ReportGroupRules.IsName(name))
        {
            return;
        }

        if (!deleteReports && await reports.NewestAsync(name, 1, cancellationToken) is [var newest, ..])
        {
            throw InvalidInput.Of($"The report group '{name}' has reports, such as {BuildArns.Reports.Of(newest.Name, account)}; delete them before, or with it by deleteReports.");
        }

        // First the group, so that no build adds a report meanwhile; what is left if this breaks off goes when it is repeated, or expires.
        await groups.DeleteAsync(name, cancellationToken);
        while (await reports.NewestAsync(name, OffsetPages.Most, cancellationToken) is { Count: > 0 } left)
        {
            foreach (var report in left)
            {
                await DeleteAsync(report, cancellationToken);
            }
        }
    }

    private async Task DeleteAsync(StoredReport report, CancellationToken cancellationToken)
    {
        await reports.DeleteAsync(report, cancellationToken);
        await contents.DeleteAsync(report.Data, cancellationToken);
    }
}
