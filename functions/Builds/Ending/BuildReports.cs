using Microsoft.Extensions.Logging;
using Sluice.BuildContract;
using Sluice.Builds.ControlPlane.Reports;
using Sluice.Platform.Accounts;

namespace Sluice.Builds.Ending;

/// <summary>Makes the reports of a build that has ended. The parts of a fan-out have theirs together, when the batch has ended.</summary>
internal sealed class BuildReports(ReportImport import, SuiteAccount account, ILogger<BuildReports> log)
{
    /// <returns>Their ARNs.</returns>
    public async Task<IReadOnlyList<string>> MakeAsync(BuildRecord build, BuildResult? result, CancellationToken cancellationToken)
    {
        if (result is not { Reports.Count: > 0 } || build.Batch?.Shard is not null)
        {
            return [];
        }

        var ended = result.Phases is [.., var last] ? last.EndTime : build.SubmittedAt;
        var handed = new HandedReports(build.ProjectName, BuildEvents.Arn(build, account), result.ResolvedSourceVersion, ended, result.Reports);
        var imported = await import.ImportAsync(handed, cancellationToken);
        imported.Faults.ToList().ForEach(fault => log.LogWarning("Build {Build}: {Fault}", build.FullId(), fault));
        return imported.ReportArns;
    }
}
