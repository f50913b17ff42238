using Sluice.Local.Host;

namespace Sluice.Benchmarks.Samples;

/// <summary>The whole suite as a release runs it, in this process, on a data folder that goes away with it.</summary>
internal sealed class BenchSuite : IAsyncDisposable
{
    private readonly string _folder;

    private BenchSuite(string folder, Suite suite) => (_folder, Suite) = (folder, suite);

    public Suite Suite { get; }

    /// <param name="environment">This process's environment variables.</param>
    /// <param name="polls">Whether repositories are watched.</param>
    public static async Task<BenchSuite> StartAsync(IReadOnlyDictionary<string, string> environment, bool polls = false)
    {
        var folder = Directory.CreateTempSubdirectory("sluice-bench-").FullName;
        return new BenchSuite(folder, await Suite.StartAsync(new SuiteOptions(folder, Port: 0, environment) { Polls = polls }, TimeProvider.System));
    }

    public async ValueTask DisposeAsync()
    {
        await Suite.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
