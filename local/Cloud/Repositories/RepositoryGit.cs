using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Sluice.Local.Cloud.Repositories;

/// <summary>Runs git in a repository's folder, with none of its user's own settings and no hooks.</summary>
internal sealed class RepositoryGit(string folder)
{
    public string Folder { get; } = folder;

    /// <summary>What no git of ours is to see or do.</summary>
    public static void Isolate(ProcessStartInfo start)
    {
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        // Nothing outlives a request: the folder may be deleted after it.
        (string, string)[] settings =
        [
            ("safe.directory", "*"), ("core.hooksPath", "/dev/null"), ("http.receivepack", "true"), ("uploadpack.allowFilter", "true"), ("uploadpack.allowAnySHA1InWant", "true"),
            ("gc.autoDetach", "false"), ("maintenance.autoDetach", "false"),
        ];
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["GIT_CONFIG_GLOBAL"] = OperatingSystem.IsWindows() ? "NUL" : "/dev/null";
        start.Environment["GIT_CONFIG_COUNT"] = settings.Length.ToString(System.Globalization.CultureInfo.InvariantCulture);
        foreach (var (index, (key, value)) in settings.Index())
        {
            start.Environment[$"GIT_CONFIG_KEY_{index}"] = key;
            start.Environment[$"GIT_CONFIG_VALUE_{index}"] = value;
        }

        start.Environment["LC_ALL"] = "C";
    }

    /// <summary>Text that git prints; null if it fails.</summary>
    public async Task<string?> TryAsync(CancellationToken cancellationToken, params IReadOnlyList<string> arguments)
    {
        var (code, output, _) = await RunAsync(arguments, input: null, index: null, cancellationToken);
        return code == 0 ? Encoding.UTF8.GetString(output).TrimEnd('\n') : null;
    }

    /// <summary>Text that git prints.</summary>
    /// <exception cref="InvalidOperationException">It fails.</exception>
    public async Task<string> TextAsync(CancellationToken cancellationToken, params IReadOnlyList<string> arguments) => Encoding.UTF8.GetString(await BytesAsync(arguments, null, null, cancellationToken)).TrimEnd('\n');

    /// <summary>What git prints.</summary>
    /// <param name="arguments">Git's.</param>
    /// <param name="input">For its input.</param>
    /// <param name="index">An index of its own.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="InvalidOperationException">It fails.</exception>
    public async Task<byte[]> BytesAsync(IReadOnlyList<string> arguments, byte[]? input, string? index, CancellationToken cancellationToken)
    {
        var (code, output, error) = await RunAsync(arguments, input, index, cancellationToken);
        return code == 0 ? output : throw new InvalidOperationException($"git {arguments[0]} failed: {error.Trim()}");
    }

    private async Task<(int ExitCode, byte[] Output, string Error)> RunAsync(IReadOnlyList<string> arguments, byte[]? input, string? index, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("git", ["-C", Folder, .. arguments]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        Isolate(start);
        if (index is not null)
        {
            start.Environment["GIT_INDEX_FILE"] = index;
        }

        try
        {
            using var git = Process.Start(start)!;
            using var output = new MemoryStream();
            var (error, read) = (git.StandardError.ReadToEndAsync(cancellationToken), git.StandardOutput.BaseStream.CopyToAsync(output, cancellationToken));
            await git.StandardInput.BaseStream.WriteAsync(input ?? [], cancellationToken);
            git.StandardInput.Close();
            await Task.WhenAll(error, read);
            await git.WaitForExitAsync(cancellationToken);
            return (git.ExitCode, output.ToArray(), await error);
        }
        catch (Win32Exception e)
        {
            throw RepositoryErrors.Of("ServiceUnavailable", $"git could not be started, which keeps the repositories of this machine: {e.Message}");
        }
    }
}
