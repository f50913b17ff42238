using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;
using Sluice.BuildContract.Reports;
using Sluice.BuildRunner.Artifacts;
using Sluice.BuildRunner.Buildspecs;
using Sluice.BuildRunner.Shells;
using Sluice.Platform.Objects;

namespace Sluice.BuildRunner.Runs;

/// <summary>UPLOAD_ARTIFACTS: reports first, then artifacts. What is wrong with one does not keep the other from being stored.</summary>
internal sealed class UploadPhase(BuildJob job, Workspace workspace, RunnerPorts ports)
{
    public ObjectRef? Manifest { get; private set; }

    public IReadOnlyList<BuildReport> Reports { get; private set; } = [];

    public async Task<PhaseOutcome> RunAsync(Buildspec buildspec, IShell shell, CancellationToken cancellationToken)
    {
        var variables = await ShellVariables.ReadAsync(PathVariables.Of(buildspec), shell, workspace.Control, cancellationToken);
        (Reports, var contexts) = await new ReportUpload(job, workspace, ports.Objects, ports.Log).RunAsync(buildspec.Reports, variables, cancellationToken);
        try
        {
            Manifest = await new ArtifactUpload(job, workspace, ports.Objects, ports.Log).RunAsync(buildspec, variables, cancellationToken);
        }
        catch (ArtifactException e)
        {
            contexts = [.. contexts, new PhaseFault("CLIENT_ERROR", e.Message)];
        }

        return contexts.Count == 0 ? PhaseOutcome.Succeeded : new PhaseOutcome(BuildStatus.Failed, contexts);
    }
}
