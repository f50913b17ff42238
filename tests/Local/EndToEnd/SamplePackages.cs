using System.Diagnostics;
using Sluice.Local.Tests.EndToEnd;

[assembly: AssemblyFixture(typeof(SamplePackages))]

namespace Sluice.Local.Tests.EndToEnd;

/// <summary>The sample and its changes, each published once for all tests, when the first of them wants it: what their builds would make.</summary>
public sealed class SamplePackages : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sluice-packages").FullName;
    private readonly Lazy<string> _good;
    private readonly Lazy<string> _better;
    private readonly Lazy<string> _faulty;
    private readonly Lazy<string> _broken;

    public SamplePackages()
    {
        _good = new(() => Publish("good"));
        _better = new(() => Publish("better", "2-warmer-greeting"));
        _faulty = new(() => Publish("faulty", "3-faulty-lookup"));
        _broken = new(Break);
    }

    public string Good => _good.Value;

    public string Better => _better.Value;

    /// <summary>Answers one of four requests with an error.</summary>
    public string Faulty => _faulty.Value;

    /// <summary>Cannot start.</summary>
    public string Broken => _broken.Value;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Publish(string name, string? change = null)
    {
        var source = Path.Combine(_folder, name + "-source");
        Directory.CreateDirectory(source);
        Copy("hello", source);
        if (change is not null)
        {
            Copy(Path.Combine("changes", change), source);
        }

        var target = Path.Combine(_folder, name);
        using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", "hello.csproj", "--configuration", "Release", "--output", target, "--nologo", "--verbosity", "quiet"])
        {
            WorkingDirectory = source,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = publish.StandardOutput.ReadToEndAsync();
        var errors = publish.StandardError.ReadToEndAsync();
        publish.WaitForExit();
        publish.ExitCode.ShouldBe(0, output.Result + errors.Result);
        return target;
    }

    private string Break()
    {
        var target = Directory.CreateDirectory(Path.Combine(_folder, "broken")).FullName;
        foreach (var file in new DirectoryInfo(Good).EnumerateFiles().Where(file => file.Name != "hello.dll"))
        {
            file.CopyTo(Path.Combine(target, file.Name));
        }

        return target;
    }

    private static void Copy(string sample, string target)
    {
        foreach (var file in new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, "samples", sample)).EnumerateFiles())
        {
            file.CopyTo(Path.Combine(target, file.Name), overwrite: true);
        }
    }
}
