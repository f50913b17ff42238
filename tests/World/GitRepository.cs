using System.Diagnostics;

namespace Sluice.World;

/// <summary>A repository made by git in a folder of its own, away from any checkout and from the git settings of whoever runs the tests.</summary>
internal sealed class GitRepository : IDisposable
{
    private readonly TemporaryFolder _root = new();

    /// <param name="options">More of <c>git init</c>'s.</param>
    public GitRepository(params string[] options)
    {
        Assert.SkipUnless(IsHere, "git is not on PATH");
        Folder = Path.Combine(Root, "repo");
        Git(Root, ["init", "-q", "-b", "main", .. options, Folder]);
    }

    public static bool IsHere { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "git")) || File.Exists(Path.Combine(folder, "git.exe")));

    /// <summary>The folder that the repository's is in.</summary>
    public string Root => _root.Path;

    public string Folder { get; }

    /// <returns>Where the file is.</returns>
    public string Write(string name, string content) => _root.Write(Path.Combine("repo", name), content);

    /// <summary>Commits all that is in the folder, be it nothing.</summary>
    /// <returns>The commit's id.</returns>
    public string Commit(string message = "change")
    {
        Run("add", "--all");
        Run("-c", "user.name=Test", "-c", "user.email=test@localhost", "-c", "commit.gpgsign=false", "commit", "-q", "--allow-empty", "-m", message);
        return Run("rev-parse", "HEAD");
    }

    public string Run(params string[] arguments) => Git(Folder, arguments);

    public static string Git(string folder, string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false, RedirectStandardError = true };
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, error.Result);
        return output.Trim();
    }

    public void Dispose() => _root.Dispose();
}
