using System.Globalization;
using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;
using Sluice.BuildRunner.Buildspecs;
using Sluice.BuildRunner.Processes;

namespace Sluice.BuildRunner.Sources;

/// <summary>
/// Fetches one version into an empty folder. Git never asks for anything, runs no hook and no program that a URL could name; one commit alone is
/// fetched where the server gives single commits, else everything. What may pass is waited for.
/// </summary>
internal sealed class GitSource(IProcesses processes, IReadOnlyDictionary<string, string> environment, FetchPatience patience)
{
    private const string Code = PhaseFault.SourceError;
    private const string AllBranches = "+refs/heads/*:refs/remotes/origin/*";

    private static readonly string[] _safeSettings =
    [
        "-c", "core.hooksPath=/dev/null", "-c", "core.askPass=", "-c", "protocol.ext.allow=never", "-c", "advice.detachedHead=false",
        "-c", "core.fsmonitor=false", "-c", "gc.auto=0", "-c", "maintenance.auto=false",
        // A server that says nothing for half a minute is not waited for until the build's own end.
        "-c", "http.lowSpeedLimit=1", "-c", "http.lowSpeedTime=30",
    ];

    /// <returns>The commit.</returns>
    /// <exception cref="SourceException">The repository cannot be read, or has no such version.</exception>
    public async Task<string> FetchAsync(JobSource source, string folder, CancellationToken cancellationToken)
    {
        await MustAsync(folder, "git could not make a workspace", cancellationToken, "init", "--quiet", "--template=");
        await MustAsync(folder, "git could not make a workspace", cancellationToken, "remote", "add", "origin", source.Repository!);
        var found = source.Version is { } version && GitVersion.IsCommit(version) ? version : null;
        await PatientlyAsync(source, async () => found is null ? await TryNameAsync(source, folder, cancellationToken) : await TryCommitAsync(source, folder, cancellationToken), cancellationToken);
        await MustAsync(folder, $"the version {source.Version} could not be checked out", cancellationToken, "checkout", "--quiet", "--detach", found ?? "FETCH_HEAD");
        if (source.FetchSubmodules && File.Exists(Path.Combine(folder, ".gitmodules")))
        {
            await PatientlyAsync(source, () => TrySubmodulesAsync(source, folder, cancellationToken), cancellationToken);
        }

        return (await RunAsync(folder, cancellationToken, "rev-parse", "HEAD")).Output.Trim();
    }

    private async Task PatientlyAsync(JobSource source, Func<Task<string?>> attempt, CancellationToken cancellationToken)
    {
        for (var attempts = 1; await attempt() is { } fault; attempts++)
        {
            if (GitFaults.IsFinal(fault) || !await patience.WaitAsync(attempts, fault, cancellationToken))
            {
                throw new SourceException(Code, $"The repository {source.Repository} could not be read: {fault}");
            }
        }
    }

    /// <returns>What git said; null if the commit is there.</returns>
    private async Task<string?> TryCommitAsync(JobSource source, string folder, CancellationToken cancellationToken)
    {
        var commit = source.Version!;
        if (source.CloneDepth is not 0)
        {
            var shallow = await RunAsync(folder, cancellationToken, "fetch", "--quiet", "--no-tags", Depth(source), "origin", commit);
            if (shallow.ExitCode == 0)
            {
                return null;
            }

            if (GitFaults.IsOfServer(shallow.Error))
            {
                return shallow.Error.Trim();
            }
        }

        if (await TryAllAsync(folder, cancellationToken) is { } fault)
        {
            return fault;
        }

        // One that no branch has, a pull request's say, is given by its own name.
        var found = await IsHereAsync(folder, commit, cancellationToken)
            || ((await RunAsync(folder, cancellationToken, "fetch", "--quiet", "origin", commit)).ExitCode == 0 && await IsHereAsync(folder, commit, cancellationToken));
        return found ? null : throw new SourceException(Code, $"The commit {commit} is not in {source.Repository}. Was it taken away by a force push?");
    }

    /// <returns>What git said; null if what the name means is FETCH_HEAD now.</returns>
    private async Task<string?> TryNameAsync(JobSource source, string folder, CancellationToken cancellationToken)
    {
        var names = GitVersion.References(source.Version);
        var listed = await RunAsync(folder, cancellationToken, ["ls-remote", "--quiet", "origin", .. names]);
        if (listed.ExitCode != 0)
        {
            return listed.Error.Trim();
        }

        var known = listed.Output.Split('\n').Select(line => line.Split('\t')).Where(parts => parts.Length == 2).Select(parts => parts[1]).ToHashSet();
        if (names.FirstOrDefault(known.Contains) is not { } name)
        {
            return await TryShortCommitAsync(source, folder, cancellationToken);
        }

        if (source.CloneDepth is 0 && await TryAllAsync(folder, cancellationToken) is { } fault)
        {
            return fault;
        }

        IReadOnlyList<string> depth = source.CloneDepth is 0 ? [] : ["--no-tags", Depth(source)];
        var fetched = await RunAsync(folder, cancellationToken, ["fetch", "--quiet", .. depth, "origin", name]);
        return fetched.ExitCode == 0 ? null : fetched.Error.Trim();
    }

    private async Task<string?> TryShortCommitAsync(JobSource source, string folder, CancellationToken cancellationToken)
    {
        if (source.Version is { } version && GitVersion.MayBeShortCommit(version))
        {
            if (await TryAllAsync(folder, cancellationToken) is { } fault)
            {
                return fault;
            }

            if (await RunAsync(folder, cancellationToken, "rev-parse", "--verify", "--quiet", $"{version}^{{commit}}") is (0, var commit, _))
            {
                await File.WriteAllTextAsync(Path.Combine(folder, ".git", "FETCH_HEAD"), $"{commit.Trim()}\t\t\n", cancellationToken);
                return null;
            }
        }

        throw new SourceException(Code, string.IsNullOrEmpty(source.Version)
            ? $"{source.Repository} has no default branch: is it empty?"
            : $"'{source.Version}' is no branch, tag or commit of {source.Repository}.");
    }

    private async Task<string?> TrySubmodulesAsync(JobSource source, string folder, CancellationToken cancellationToken)
    {
        // Who may be read as a folder may name folders beside it.
        IReadOnlyList<string> files = source.Repository!.StartsWith('/') || source.Repository.StartsWith("file:", StringComparison.Ordinal) ? ["-c", "protocol.file.allow=always"] : [];
        var result = await RunAsync(folder, cancellationToken, [.. files, "submodule", "--quiet", "update", "--init", "--recursive", .. source.CloneDepth is 0 ? Array.Empty<string>() : ["--depth=1"]]);
        return result.ExitCode == 0 ? null : $"its submodules: {result.Error.Trim()}";
    }

    private async Task<string?> TryAllAsync(string folder, CancellationToken cancellationToken)
    {
        var all = await RunAsync(folder, cancellationToken, "fetch", "--quiet", "--tags", "origin", AllBranches);
        return all.ExitCode == 0 ? null : all.Error.Trim();
    }

    private async Task<bool> IsHereAsync(string folder, string commit, CancellationToken cancellationToken) =>
        (await RunAsync(folder, cancellationToken, "cat-file", "-e", $"{commit}^{{commit}}")).ExitCode == 0;

    private static string Depth(JobSource source) => string.Create(CultureInfo.InvariantCulture, $"--depth={source.CloneDepth ?? 1}");

    private async Task MustAsync(string folder, string failure, CancellationToken cancellationToken, params string[] arguments)
    {
        var result = await RunAsync(folder, cancellationToken, arguments);
        if (result.ExitCode != 0)
        {
            throw new SourceException(Code, $"{char.ToUpperInvariant(failure[0])}{failure[1..]}: {result.Error.Trim()}");
        }
    }

    private async Task<(int ExitCode, string Output, string Error)> RunAsync(string folder, CancellationToken cancellationToken, params string[] arguments)
    {
        using var git = Start(new ProcessSpec("git", [.. _safeSettings, .. arguments], folder, environment));
        await using var stop = cancellationToken.Register(git.Kill);
        git.Input.Close();
        using var reader = new StreamReader(git.Output);
        var error = git.Error.ReadToEndAsync(cancellationToken);
        var output = await reader.ReadToEndAsync(cancellationToken);
        var text = await error;
        var code = await git.Exited;
        cancellationToken.ThrowIfCancellationRequested();
        return (code, output, text);
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
