using Sluice.BuildContract;
using Sluice.BuildRunner.Artifacts;
using Sluice.BuildRunner.Buildspecs;
using Sluice.Platform.Documents;

namespace Sluice.BuildRunner.Runs;

/// <summary>How a phase ends by what it throws.</summary>
internal static class PhaseFaults
{
    /// <returns>Null for what no phase should throw: the program's own fault.</returns>
    public static PhaseOutcome? Of(Exception exception, string workspace) => exception switch
    {
        SourceException e => PhaseOutcome.Failed(e.Code, e.Message),
        InvalidDocumentException e => PhaseOutcome.Failed("YAML_FILE_ERROR", e.Message),
        ArtifactException e => PhaseOutcome.Failed("CLIENT_ERROR", e.Message),
        _ when exception is IOException or UnauthorizedAccessException or System.ComponentModel.Win32Exception && !Directory.Exists(workspace) =>
            PhaseOutcome.Failed("CLIENT_ERROR", $"The build's folder {workspace} is gone: something removed it while the build ran."),
        // A command made files that this program's user may not read, or the disk is full.
        IOException or UnauthorizedAccessException => PhaseOutcome.Failed("CLIENT_ERROR", exception.Message),
        _ => null,
    };
}
