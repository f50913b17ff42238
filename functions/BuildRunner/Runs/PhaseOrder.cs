using Sluice.BuildContract;
using Sluice.BuildRunner.Buildspecs;

namespace Sluice.BuildRunner.Runs;

/// <summary>CodeBuild's order of phases: what follows a phase, given how it ended.</summary>
internal static class PhaseOrder
{
    /// <returns>The next phase; null after the last.</returns>
    public static PhaseType? After(PhaseType phase, BuildStatus status, OnFailure policy) => status switch
    {
        _ when phase == PhaseType.Completed => null,
        _ when phase == PhaseType.Finalizing => PhaseType.Completed,
        BuildStatus.Succeeded => Following(phase),
        BuildStatus.Failed => AfterFailure(phase, policy),
        _ => PhaseType.Finalizing,
    };

    /// <summary>What follows when the batch's plan is all that was wanted.</summary>
    public static PhaseType? AfterPlan(PhaseType phase) => phase switch
    {
        PhaseType.DownloadSource => PhaseType.Finalizing,
        PhaseType.Finalizing => PhaseType.Completed,
        _ => null,
    };

    /// <summary>What follows in a sandbox, whose commands run in BUILD.</summary>
    public static PhaseType? InSandbox(PhaseType phase, BuildStatus status) => phase switch
    {
        PhaseType.DownloadSource when status == BuildStatus.Succeeded => PhaseType.Build,
        PhaseType.DownloadSource or PhaseType.Build => PhaseType.Finalizing,
        PhaseType.Finalizing => PhaseType.Completed,
        _ => null,
    };

    private static PhaseType AfterFailure(PhaseType phase, OnFailure policy) => (phase, policy) switch
    {
        (PhaseType.DownloadSource or PhaseType.UploadArtifacts, _) => PhaseType.Finalizing,
        (_, OnFailure.Continue) => Following(phase),
        (_, OnFailure.Abort) => PhaseType.Finalizing,
        // POST_BUILD and the upload come even after a failed BUILD: people collect its logs and reports there.
        (PhaseType.Build or PhaseType.PostBuild, _) => Following(phase),
        _ => PhaseType.Finalizing,
    };

    private static PhaseType Following(PhaseType phase) => phase switch
    {
        PhaseType.DownloadSource => PhaseType.Install,
        PhaseType.Install => PhaseType.PreBuild,
        PhaseType.PreBuild => PhaseType.Build,
        PhaseType.Build => PhaseType.PostBuild,
        PhaseType.PostBuild => PhaseType.UploadArtifacts,
        _ => PhaseType.Finalizing,
    };
}
