using Sluice.Platform.Files;

namespace Sluice.BuildRunner.Artifacts;

/// <summary>Opens files that a build's commands made, which may be anything.</summary>
internal static class BuildFile
{
    /// <param name="real">Its real path.</param>
    /// <param name="shown">As the user knows it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ArtifactException">It cannot be read.</exception>
    public static async Task<FileStream> OpenAsync(string real, string shown, CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsWindows() && EntryStatus.Of(real)?.Special is { } special)
        {
            throw new ArtifactException($"'{shown}' is {special} and cannot be read.");
        }

        try
        {
            // What a command left running may put a pipe in its place meanwhile: opening one waits for a writer, past the build's timeout too.
            return await Task.Run(() => File.OpenRead(real), cancellationToken).WaitAsync(cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ArtifactException($"'{shown}' cannot be read: {e.Message.TrimEnd('.')}.");
        }
    }
}
