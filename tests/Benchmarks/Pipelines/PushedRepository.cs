using System.Diagnostics;

namespace Sluice.Benchmarks.Pipelines;

/// <summary>A small repository of git's, whose commits are pushed elsewhere or are what is released.</summary>
internal sealed class PushedRepository : IDisposable
{
    private static readonly string[] Identity = ["-c", "user.name=Bench", "-c", "user.email=bench@example.com", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main"];
    private readonly string _folder = Directory.CreateTempSubdirectory("sluice-bench-repository-").FullName;
    private int _commits;

    /// <param name="options">More of <c>git init</c>'s.</param>
    public PushedRepository(params string[] options) => Git(["init", "--quiet", .. options]);

    public string Path => _folder;

    /// <summary>Commits a small change.</summary>
    public void Commit()
    {
        File.WriteAllText(System.IO.Path.Combine(_folder, "file.txt"), $"{++_commits}\n");
        Git("add", "--all");
        Git("commit", "--quiet", "--message", "A change");
    }

    public async Task PushAsync(string url)
    {
        using var git = Process.Start(Start(["push", "--quiet", url, "main"]))!;
        var error = await git.StandardError.ReadToEndAsync();
        await git.WaitForExitAsync();
        Check(git, error);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(Start(arguments))!;
        var error = git.StandardError.ReadToEnd();
        git.WaitForExit();
        Check(git, error);
    }

    private static void Check(Process git, string error) => _ = git.ExitCode == 0 ? error : throw new InvalidOperationException($"git {string.Join(' ', git.StartInfo.ArgumentList)} failed: {error}");

    private ProcessStartInfo Start(string[] arguments) => new("git", [.. Identity, .. arguments])
    {
        WorkingDirectory = _folder,
        UseShellExecute = false,
        RedirectStandardError = true,
        Environment = { ["GIT_CONFIG_NOSYSTEM"] = "1", ["GIT_CONFIG_GLOBAL"] = "/dev/null", ["GIT_TERMINAL_PROMPT"] = "0" },
    };
}
