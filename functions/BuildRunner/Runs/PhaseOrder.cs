using Sluice.BuildContract;
using Sluice.BuildRunner.Buildspecs;

namespace Sluice.BuildRunner.Runs;

/// <summary>CodeBuild's order of phases: what follows a phase, given how it ended.</summary>
internal static class PhaseOrder
{
    /// <returns>The next phase; null after the last.</returns>
    public static string? After(string phase, BuildStatus status, OnFailure policy) => status switch
    {
        _ when phase == PhaseTypes.Completed => null,
        _ when phase == PhaseTypes.Finalizing => PhaseTypes.Completed,
        BuildStatus.Succeeded => Following(phase),
        BuildStatus.Failed => AfterFailure(phase, policy),
        _ => PhaseTypes.Finalizing,
    };

    private static string AfterFailure(string phase, OnFailure policy) => (phase, policy) switch
    {
        (PhaseTypes.DownloadSource or PhaseTypes.UploadArtifacts, _) => PhaseTypes.Finalizing,
        (_, OnFailure.Continue) => Following(phase),
        (_, OnFailure.Abort) => PhaseTypes.Finalizing,
        // POST_BUILD and the upload come even after a failed BUILD: people collect its logs and reports there.
        (PhaseTypes.Build or PhaseTypes.PostBuild, _) => Following(phase),
        _ => PhaseTypes.Finalizing,
    };

    private static string Following(string phase) => phase switch
    {
        PhaseTypes.DownloadSource => PhaseTypes.Install,
        PhaseTypes.Install => PhaseTypes.PreBuild,
        PhaseTypes.PreBuild => PhaseTypes.Build,
        PhaseTypes.Build => PhaseTypes.PostBuild,
        PhaseTypes.PostBuild => PhaseTypes.UploadArtifacts,
        _ => PhaseTypes.Finalizing,
    };
}
