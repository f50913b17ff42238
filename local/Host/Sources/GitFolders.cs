using System.ComponentModel;
using System.Diagnostics;
using Sluice.Pipelines.Sources;

namespace Sluice.Local.Host.Sources;

/// <summary>Asks git to list a folder's HEAD as a fetch would, so that it refuses what it would refuse then: the folder of another user, say.</summary>
internal sealed class GitFolders : IFolderProbe
{
    public async Task<bool> CanReadAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            using var git = Process.Start(Start(folder))!;
            var ends = Task.WhenAll(git.StandardOutput.ReadToEndAsync(cancellationToken), git.StandardError.ReadToEndAsync(cancellationToken));
            await git.WaitForExitAsync(cancellationToken);
            await ends;
            return git.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false; // There is no git.
        }
    }

    private static ProcessStartInfo Start(string folder) => new("git", ["ls-remote", "--quiet", "--", folder, "HEAD"])
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment = { ["GIT_TERMINAL_PROMPT"] = "0" },
    };
}
