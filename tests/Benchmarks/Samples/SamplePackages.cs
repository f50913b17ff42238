using Sluice.World;

namespace Sluice.Benchmarks.Samples;

/// <summary>The sample function as its build makes it, and the same program with a file more: two versions to shift between.</summary>
internal sealed class SamplePackages : IDisposable
{
    private readonly string _folder;

    private SamplePackages(string folder) => _folder = folder;

    public string First => Path.Combine(_folder, "first");

    public string Second => Path.Combine(_folder, "second");

    public static async Task<SamplePackages> PublishAsync()
    {
        var packages = new SamplePackages(Directory.CreateTempSubdirectory("sluice-bench-packages-").FullName);
        var source = Path.Combine(packages._folder, "source");
        HelloSample.Copy(source, "hello");
        await HelloSample.PublishAsync(source, packages.First);
        Copy(packages.First, packages.Second);
        await File.WriteAllTextAsync(Path.Combine(packages.Second, "second.txt"), "The second version.\n");
        return packages;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in new DirectoryInfo(from).EnumerateFiles())
        {
            file.CopyTo(Path.Combine(to, file.Name));
        }
    }
}
