using System.Diagnostics;

namespace Sluice.World;

/// <summary>The sample function, made as its build makes it, save that the package of its own comes from a folder.</summary>
internal static class HelloSample
{
    private const string Packages = "packages";

    /// <summary>Copies samples over each other: folders below that of the samples.</summary>
    public static void Copy(string source, params IEnumerable<string> samples)
    {
        foreach (var sample in samples.Select(sample => Path.Combine(AppContext.BaseDirectory, "samples", sample)))
        {
            foreach (var file in Directory.EnumerateFiles(sample, "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(source, Path.GetRelativePath(sample, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target, overwrite: true);
            }
        }
    }

    /// <summary>Publishes a copy.</summary>
    /// <exception cref="InvalidOperationException">It does not build; with what the tool says.</exception>
    public static async Task PublishAsync(string source, string target)
    {
        // It says that the package comes from the repository of builds alone.
        File.Delete(Path.Combine(source, "nuget.config"));
        await DotnetAsync(source, "pack", "runtime", "--output", Packages, "--nologo", "--verbosity", "quiet");
        await DotnetAsync(source, "publish", "hello.csproj", "--configuration", "Release", "--output", target, "--source", Path.Combine(source, Packages), "--nologo", "--verbosity", "quiet");
    }

    private static async Task DotnetAsync(string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var dotnet = Process.Start(start)!;
        var (output, errors) = (dotnet.StandardOutput.ReadToEndAsync(), dotnet.StandardError.ReadToEndAsync());
        await dotnet.WaitForExitAsync();
        if (dotnet.ExitCode != 0)
        {
            throw new InvalidOperationException($"The sample does not build: {await output}{await errors}");
        }
    }
}
