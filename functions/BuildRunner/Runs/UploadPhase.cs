using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;
using Sluice.BuildContract.Reports;
using Sluice.BuildRunner.Artifacts;
using Sluice.BuildRunner.Handing;

namespace Sluice.BuildRunner.Runs;

/// <summary>UPLOAD_ARTIFACTS: reports first, then artifacts. What is wrong with one does not keep the other from being stored.</summary>
internal sealed class UploadPhase(BuildJob job, Workspace workspace, PreparedBuild build, RunnerPorts ports)
{
    /// <summary>What a pipeline was handed; null if there is none.</summary>
    public HandedOn? Pipeline { get; private set; }

    /// <summary>What was stored, in users' buckets or for a pipeline.</summary>
    public IReadOnlyList<StoredArtifact> Stored { get; private set; } = [];

    public IReadOnlyList<BuildReport> Reports { get; private set; } = [];

    public async Task<PhaseOutcome> RunAsync(CancellationToken cancellationToken)
    {
        var reports = build.Buildspec.Reports;
        var variables = await new ShellTexts(build.Shell, workspace.Folders.Shared).VariablesAsync(PathVariables.Of(reports.Select(report => report.Files)), cancellationToken);
        (Reports, var contexts) = await new ReportUpload(job, workspace, ports).RunAsync(reports, variables, cancellationToken);
        try
        {
            (Pipeline, Stored) = await new ArtifactPhase(job, workspace, build, ports).RunAsync(cancellationToken);
        }
        catch (Exception e) when (contexts.Count > 0 && PhaseFaults.Of(e, workspace.Folders.Source) is { } outcome)
        {
            contexts = [.. contexts, .. outcome.Contexts];
        }

        return contexts.Count == 0 ? PhaseOutcome.Succeeded : new PhaseOutcome(BuildStatus.Failed, contexts);
    }
}
