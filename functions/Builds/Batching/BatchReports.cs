using Microsoft.Extensions.Logging;
using Sluice.BuildContract.Batches;
using Sluice.BuildContract.Reports;
using Sluice.Builds.ControlPlane.Reports;
using Sluice.Builds.Model.Batches;
using Sluice.Builds.Records;
using Sluice.Builds.Running;
using Sluice.Platform.Accounts;

namespace Sluice.Builds.Batching;

/// <summary>Makes the reports of a fan-out: each part has run some of the tests, so that each group's are one report.</summary>
internal sealed class BatchReports(BuildStore builds, BuildResults results, ReportImport import, SuiteAccount account, ILogger<BatchReports> log)
{
    /// <returns>Their ARNs; none for other batches, whose builds have reports of their own.</returns>
    public async Task<IReadOnlyList<string>> MakeAsync(BatchRecord batch, CancellationToken cancellationToken)
    {
        if (batch.Kind != BatchKind.Fanout)
        {
            return [];
        }

        var parts = new List<BuildReport>();
        foreach (var run in batch.Groups.Select(group => group.Current).OfType<BatchRun>())
        {
            var result = await builds.FindAsync(run.BuildId, cancellationToken) is { } build ? await results.ReadAsync(build, cancellationToken) : null;
            parts.AddRange(result?.Reports ?? []);
        }

        if (parts.Count == 0)
        {
            return [];
        }

        var handed = new HandedReports(batch.ProjectName, BatchRecords.Arn(batch.ProjectName, batch.BatchId, account), batch.ResolvedSourceVersion, batch.EndedAt ?? batch.SubmittedAt, parts);
        var imported = await import.ImportAsync(handed, cancellationToken);
        imported.Faults.ToList().ForEach(fault => log.LogWarning("Batch {Batch}: {Fault}", batch.FullId(), fault));
        return imported.ReportArns;
    }
}
