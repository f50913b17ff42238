using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Sluice.Pipelines.Sources;

namespace Sluice.Local.Host.Sources;

/// <summary>Reads a folder's refs, commits and changes by git, which is no question of protocols there.</summary>
internal sealed class GitFolderHistory : IFolderHistory
{
    private const string Heads = "refs/heads/";
    private const string Tags = "refs/tags/";

    public async Task<RefList> ListAsync(string folder, CancellationToken cancellationToken)
    {
        var refs = (await TextAsync(folder, cancellationToken, "for-each-ref", "--format=%(refname)%00%(objectname)%00%(*objectname)", Heads, Tags))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\0')).Where(parts => parts.Length == 3).ToList();
        var head = await RunAsync(folder, cancellationToken, "symbolic-ref", "--quiet", "HEAD");
        var headName = Encoding.UTF8.GetString(head.Output).Trim();
        return new RefList(
            refs.Where(line => line[0].StartsWith(Heads, StringComparison.Ordinal)).ToDictionary(line => line[0][Heads.Length..], line => line[1], StringComparer.Ordinal),
            head.ExitCode == 0 && headName.StartsWith(Heads, StringComparison.Ordinal) ? headName[Heads.Length..] : null,
            refs.Where(line => line[0].StartsWith(Tags, StringComparison.Ordinal)).ToDictionary(line => line[0][Tags.Length..], line => line[2].Length > 0 ? line[2] : line[1], StringComparer.Ordinal));
    }

    public async Task<ChangedPaths> BetweenAsync(string folder, string oldCommit, string newCommit, CancellationToken cancellationToken)
    {
        var (code, output, error) = await RunAsync(folder, cancellationToken, "diff-tree", "-r", "--no-renames", "--name-only", "-z", oldCommit, newCommit);
        return code == 0
            ? new ChangedPaths([.. Encoding.UTF8.GetString(output).Split('\0', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)])
            : ChangedPaths.Unknown(error.Trim());
    }

    public async Task<byte[]> CommitAsync(string folder, string commit, CancellationToken cancellationToken)
    {
        var (code, output, error) = await RunAsync(folder, cancellationToken, "cat-file", "commit", commit);
        return code == 0 ? output : throw new SourceUnavailableException($"The commit {commit} of '{folder}' cannot be read: {error.Trim()}");
    }

    public async Task<byte[]> PackAsync(string folder, string commit, long mostBytes, CancellationToken cancellationToken)
    {
        var objects = await TextAsync(folder, cancellationToken, "rev-list", "--objects", "--no-walk", "--no-object-names", commit);
        var (code, pack, error) = await RunAsync(folder, objects, mostBytes, cancellationToken, "pack-objects", "--stdout", "--quiet", "--delta-base-offset");
        return pack.Length > mostBytes ? throw new SourceUnavailableException($"The files of the commit {commit} of '{folder}' are more than {mostBytes / 1024 / 1024} MiB.")
            : code == 0 ? pack
            : throw new SourceUnavailableException($"The files of the commit {commit} of '{folder}' cannot be read: {error.Trim()}");
    }

    private static async Task<string> TextAsync(string folder, CancellationToken cancellationToken, params string[] arguments)
    {
        var (code, output, error) = await RunAsync(folder, cancellationToken, arguments);
        return code == 0 ? Encoding.UTF8.GetString(output) : throw new SourceUnavailableException($"The repository '{folder}' cannot be read: {error.Trim()}");
    }

    private static Task<(int ExitCode, byte[] Output, string Error)> RunAsync(string folder, CancellationToken cancellationToken, params string[] arguments) =>
        RunAsync(folder, "", long.MaxValue, cancellationToken, arguments);

    /// <summary>Its output is read until it is more than it may be.</summary>
    private static async Task<(int ExitCode, byte[] Output, string Error)> RunAsync(string folder, string input, long mostBytes, CancellationToken cancellationToken, params string[] arguments)
    {
        try
        {
            using var git = Process.Start(Start(folder, arguments))!;
            using var output = new MemoryStream();
            var error = git.StandardError.ReadToEndAsync(cancellationToken);
            var typed = TypeAsync(git, input, cancellationToken);
            if (!await CopyAsync(git.StandardOutput.BaseStream, output, mostBytes, cancellationToken))
            {
                git.Kill(entireProcessTree: true);
            }

            await typed;
            await git.WaitForExitAsync(cancellationToken);
            return (git.ExitCode, output.ToArray(), await error);
        }
        catch (Win32Exception e)
        {
            throw new SourceUnavailableException($"git could not be started: {e.Message}");
        }
    }

    private static async Task TypeAsync(Process git, string input, CancellationToken cancellationToken)
    {
        try
        {
            await git.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
            git.StandardInput.Close();
        }
        catch (IOException)
        {
            // It wants no more of it; how it ended says why.
        }
    }

    /// <returns>Whether that was all of it.</returns>
    private static async Task<bool> CopyAsync(Stream from, MemoryStream output, long mostBytes, CancellationToken cancellationToken)
    {
        var part = new byte[64 * 1024];
        for (int count; (count = await from.ReadAsync(part, cancellationToken)) > 0;)
        {
            output.Write(part, 0, count);
            if (output.Length > mostBytes)
            {
                return false;
            }
        }

        return true;
    }

    private static ProcessStartInfo Start(string folder, string[] arguments) => new("git", ["-C", folder, .. arguments])
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment = { ["GIT_TERMINAL_PROMPT"] = "0", ["GIT_OPTIONAL_LOCKS"] = "0", ["LC_ALL"] = "C" },
    };
}
