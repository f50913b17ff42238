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

    private string Publish(string name, params IEnumerable<string> changes)
    {
        var (source, target) = (Path.Combine(_folder, name + "-source"), Path.Combine(_folder, name));
        HelloSample.Copy(source, ["hello", .. changes.Select(change => Path.Combine("changes", change))]);
        HelloSample.PublishAsync(source, target).GetAwaiter().GetResult();
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
}
