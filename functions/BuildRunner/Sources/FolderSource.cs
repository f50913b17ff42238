using Sluice.BuildContract;
using Sluice.BuildRunner.Buildspecs;
using Sluice.BuildRunner.Processes;

namespace Sluice.BuildRunner.Sources;

/// <summary>
/// Copies a folder of the machine as it is on disk. Of a git checkout that is what git knows or would add, with all changes that are not committed: what it ignores is left out, as in a fresh checkout. History and
/// tags are there too, by reference to the original's.
/// </summary>
internal sealed class FolderSource(IProcesses processes, IReadOnlyDictionary<string, string> environment)
{
    /// <returns>The commit that the checkout is at; null if it is none.</returns>
    /// <exception cref="SourceException">It cannot be copied.</exception>
    public async Task<string?> CopyAsync(string from, string folder, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(from))
        {
            throw new SourceException(PhaseFault.SourceError, $"There is no folder {from}.");
        }

        if (!Path.Exists(Path.Combine(from, ".git")))
        {
            CopyFolder(from, folder, cancellationToken);
            return null;
        }

        var (status, names, error) = await GitAsync(from, cancellationToken, "ls-files", "-z", "--cached", "--others", "--exclude-standard");
        if (status != 0)
        {
            throw new SourceException(PhaseFault.SourceError, $"git cannot tell what is in {from}: {error.Trim()}");
        }

        var cloned = await GitAsync(folder, cancellationToken, "clone", "--quiet", "--shared", "--no-checkout", "--template=", from, ".");
        foreach (var name in names.Split('\0', StringSplitOptions.RemoveEmptyEntries).Distinct())
        {
            cancellationToken.ThrowIfCancellationRequested();
            Copy(Path.Combine(from, name), Path.Combine(folder, name), cancellationToken);
        }

        return cloned.Status == 0 ? await CommitAsync(folder, cancellationToken) : null;
    }

    private async Task<string?> CommitAsync(string folder, CancellationToken cancellationToken)
    {
        // So that git sees what has changed since, and nothing else.
        await GitAsync(folder, cancellationToken, "reset", "--quiet");
        var (status, commit, _) = await GitAsync(folder, cancellationToken, "rev-parse", "--verify", "--quiet", "HEAD");
        return status == 0 ? commit.Trim() : null;
    }

    private static void CopyFolder(string from, string to, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(to);
        foreach (var entry in new DirectoryInfo(from).EnumerateFileSystemInfos())
        {
            cancellationToken.ThrowIfCancellationRequested();
            Copy(entry.FullName, Path.Combine(to, entry.Name), cancellationToken);
        }
    }

    private static void Copy(string from, string to, CancellationToken cancellationToken)
    {
        if (new FileInfo(from).LinkTarget is { } target)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.CreateSymbolicLink(to, target);
        }
        else if (Directory.Exists(from))
        {
            // A submodule's, to git one name.
            CopyFolder(from, to, cancellationToken);
        }
        else if (File.Exists(from) && (OperatingSystem.IsWindows() || Platform.Files.EntryStatus.Of(from)?.Special is null))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(from, to);
        }
    }

    private async Task<(int Status, string Output, string Error)> GitAsync(string folder, CancellationToken cancellationToken, params string[] arguments)
    {
        using var git = processes.Start(new ProcessSpec("git", ["-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false", .. arguments], folder, environment));
        await using var stop = cancellationToken.Register(git.Kill);
        git.Input.Close();
        using var reader = new StreamReader(git.Output);
        var error = git.Error.ReadToEndAsync(cancellationToken);
        var output = await reader.ReadToEndAsync(cancellationToken);
        var said = await error;
        return (await git.Exited, output, said);
    }
}
