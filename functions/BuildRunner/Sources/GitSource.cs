using Sluice.BuildContract;
using Sluice.BuildRunner.Buildspecs;
using Sluice.BuildRunner.Processes;

namespace Sluice.BuildRunner.Sources;

/// <summary>
/// Fetches one commit into an empty folder. Git never asks for anything, runs no hook and no program that a URL could name; one commit alone is
/// fetched where the server gives single commits, else everything. What may pass is waited for.
/// </summary>
internal sealed class GitSource(IProcesses processes, IReadOnlyDictionary<string, string> environment, FetchPatience patience)
{
    private const string Code = PhaseFault.SourceError;

    private static readonly string[] _safeSettings =
    [
        "-c", "core.hooksPath=/dev/null", "-c", "core.askPass=", "-c", "protocol.ext.allow=never", "-c", "advice.detachedHead=false",
        "-c", "core.fsmonitor=false", "-c", "gc.auto=0", "-c", "maintenance.auto=false",
        // A server that says nothing for half a minute is not waited for until the build's own end.
        "-c", "http.lowSpeedLimit=1", "-c", "http.lowSpeedTime=30",
    ];

    /// <exception cref="SourceException">The repository cannot be read, or has no such commit.</exception>
    public async Task FetchAsync(string repository, string commit, string folder, CancellationToken cancellationToken)
    {
        await MustAsync(folder, "git could not make a workspace", cancellationToken, "init", "--quiet", "--template=");
        await MustAsync(folder, "git could not make a workspace", cancellationToken, "remote", "add", "origin", repository);
        for (var attempt = 1; await TryAsync(repository, commit, folder, cancellationToken) is { } fault; attempt++)
        {
            if (GitFaults.IsFinal(fault) || !await patience.WaitAsync(attempt, fault, cancellationToken))
            {
                throw new SourceException(Code, $"The repository {repository} could not be read: {fault}");
            }
        }

        await MustAsync(folder, $"the commit {commit} could not be checked out", cancellationToken, "checkout", "--quiet", "--detach", commit);
    }

    /// <returns>What git said; null if the commit is there.</returns>
    private async Task<string?> TryAsync(string repository, string commit, string folder, CancellationToken cancellationToken)
    {
        var shallow = await RunAsync(folder, cancellationToken, "fetch", "--quiet", "--no-tags", "--depth=1", "origin", commit);
        if (shallow.ExitCode == 0)
        {
            return null;
        }

        if (GitFaults.IsOfServer(shallow.Error))
        {
            return shallow.Error.Trim();
        }

        var all = await RunAsync(folder, cancellationToken, "fetch", "--quiet", "--tags", "origin", "+refs/heads/*:refs/remotes/origin/*");
        if (all.ExitCode != 0)
        {
            return all.Error.Trim();
        }

        var found = await RunAsync(folder, cancellationToken, "cat-file", "-e", $"{commit}^{{commit}}");
        return found.ExitCode == 0 ? null : throw new SourceException(Code, $"The commit {commit} is not in {repository}. Was it taken away by a force push?");
    }

    private async Task MustAsync(string folder, string failure, CancellationToken cancellationToken, params string[] arguments)
    {
        var result = await RunAsync(folder, cancellationToken, arguments);
        if (result.ExitCode != 0)
        {
            throw new SourceException(Code, $"{char.ToUpperInvariant(failure[0])}{failure[1..]}: {result.Error.Trim()}");
        }
    }

    private async Task<(int ExitCode, string Error)> RunAsync(string folder, CancellationToken cancellationToken, params string[] arguments)
    {
        using var git = Start(new ProcessSpec("git", [.. _safeSettings, .. arguments], folder, GitEnvironment.Of(environment)));
        await using var stop = cancellationToken.Register(git.Kill);
        git.Input.Close();
        var error = git.Error.ReadToEndAsync(cancellationToken);
        await git.Output.ReadToEndAsync(cancellationToken);
        var text = await error;
        var code = await git.Exited;
        cancellationToken.ThrowIfCancellationRequested();
        return (code, text);
    }

    private IRunningProcess Start(ProcessSpec spec)
    {
        try
        {
            return processes.Start(spec);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new SourceException(Code, $"git could not be started ({e.Message}); it must be installed on the build machine");
        }
    }
}
