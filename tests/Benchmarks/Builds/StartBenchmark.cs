using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Benchmarks.Api;
using Sluice.Benchmarks.Rollback;
using Sluice.Benchmarks.Samples;
using Sluice.Platform.Access;
using Sluice.Platform.Tests.SigV4;

namespace Sluice.Benchmarks.Builds;

/// <summary>From a signed StartBuild to the first command: the real suite on a data folder, over HTTP, one build after the other with a second between.</summary>
internal sealed class StartBenchmark(IReadOnlyDictionary<string, string> environment) : IBenchmark
{
    private const int Builds = 41;

    // Builds of people are apart, and what the last one left to do is done by then.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public string Name => "build-start";

    public string Title => "from StartBuild, signed and over HTTP, to the first command";

    public async Task RunAsync(TextWriter output)
    {
        await using var bench = await BenchSuite.StartAsync(environment);
        var key = await bench.Suite.Services.GetRequiredService<AccessKeys>().IssueAsync(Roles.Admin, "bench");
        using var http = new HttpCaller(bench.Suite.Url);
        using var builds = new StartedBuilds(http, new TestSigner(key.Key.AccessKeyId, key.SecretAccessKey) { Host = bench.Suite.Url.Authority, Service = "codebuild" });
        await builds.CreateProjectAsync();
        var samples = new List<double>();
        while (samples.Count < Builds)
        {
            samples.Add(await builds.RunAsync());
            await Task.Delay(Pause, TimeProvider.System);
        }

        // The first one has the suite's own code made ready.
        var times = new Milliseconds([.. samples.Skip(1)]);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"  {times.Samples.Count} builds, a second apart: median {times.Median:F0} ms, p90 {times.Percentile(90):F0} ms, least {times.Samples.Min():F0}, most {times.Most:F0} (the first: {samples[0]:F0} ms; aim: median under 150 ms)"));
    }
}
