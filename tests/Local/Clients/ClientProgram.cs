using System.Diagnostics;

namespace Sluice.Local.Tests.Clients;

/// <summary>A program that is installed on this machine, or not.</summary>
internal static class ClientProgram
{
    /// <summary>Its path; null if it is not on PATH.</summary>
    public static string? Find(string name) => FindAll(name).FirstOrDefault();

    /// <summary>All programs of this name on PATH, the one that a shell would take first.</summary>
    public static IEnumerable<string> FindAll(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, name))
        .Where(File.Exists);

    /// <summary>Its path. The test is skipped if it is not on PATH.</summary>
    public static string Need(string name)
    {
        var program = Find(name);
        Assert.SkipUnless(program is not null, $"{name} is not on the PATH.");
        return program;
    }

    /// <summary>Runs it to its end, with nothing of what this machine's user told clients of AWS.</summary>
    public static async Task<ProgramEnd> RunAsync(
        string program, string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        return new ProgramEnd(process.ExitCode, await output, await errors);
    }
}
