using System.Diagnostics;

namespace Sluice.World;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("sluice-test-").FullName;

    public string Write(string name, string content)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    // By a tool that can remove what tests make: .NET does not reach every name and path.
    public void Dispose()
    {
        using var remove = Process.Start("rm", ["-rf", Path]);
        remove.WaitForExit();
    }
}
