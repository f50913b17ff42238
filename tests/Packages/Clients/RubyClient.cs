using System.Diagnostics;

namespace Sluice.Packages.Tests.Clients;

/// <summary>gem and bundler themselves, with folders of their own and nobody's settings.</summary>
internal sealed class RubyClient : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Folder => _folder.Path;

    /// <summary>All that the last run said.</summary>
    public string Said { get; private set; } = "";

    /// <summary>Writes a file.</summary>
    public string Write(string name, byte[] content)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    public string Write(string name, string content) => _folder.Write(name, content);

    /// <summary>An address with a token in it, as gem and bundler are given one.</summary>
    public static string WithToken(string address, string token) => address.Replace("://", $"://aws:{token}@", StringComparison.Ordinal);

    /// <summary>Runs gem, ruby or bundle. The test is skipped without it.</summary>
    public async Task<(int Code, string Output)> RunAsync(string program, string[] arguments, params (string Name, string Value)[] variables)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
        Assert.SkipUnless(found is not null, $"{program} is not on the PATH.");
        var start = new ProcessStartInfo(found, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GEM_", StringComparison.Ordinal) || name.StartsWith("BUNDLE_", StringComparison.Ordinal) || name.StartsWith("RUBY", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in variables.Concat([("HOME", Folder), ("GEM_HOME", Path.Combine(Folder, "gems")), ("BUNDLE_SILENCE_ROOT_WARNING", "1"), ("LANG", "C.UTF-8")]))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Said = await output + await errors;
        return (process.ExitCode, Said);
    }

    public void Dispose() => _folder.Dispose();
}
