using System.Diagnostics;
using System.Globalization;
using Sluice.Benchmarks.Memory;

namespace Sluice.Benchmarks.Packages;

/// <summary>What a registry of npm's answers a second, and what it holds, beside verdaccio in the same run.</summary>
internal sealed class RegistryBenchmark : IBenchmark
{
    private const int Packages = 50;
    private const int Concurrent = 50;
    private const int AtOnce = 8;
    private const int Runs = 5;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(2);

    public string Name => "packages";

    public string Title => "npm's registry: packages of 10 KB, eight clients, each registry a program of its own";

    public async Task RunAsync(TextWriter output)
    {
        var own = await MeasureAsync(output, await SluiceRegistry.StartAsync());
        if (await Verdaccio.StartAsync(output) is not { } peer)
        {
            return;
        }

        var others = await MeasureAsync(output, peer);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"  of verdaccio's rate: metadata {own.Metadata / others.Metadata:F1} times, tarballs {own.Tarballs / others.Tarballs:F1} times, publishes {own.Publishes / others.Publishes:F1} times; of its memory {own.Memory / others.Memory:P0}"));
    }

    private static async Task<(double Metadata, double Tarballs, double Publishes, double Memory)> MeasureAsync(TextWriter output, RegistryUnderTest registry)
    {
        await using (registry)
        {
            using var npm = new NpmClient(registry);
            for (var i = 0; i < Packages; i++)
            {
                await npm.TryPublishAsync($"filled-{i}", "1.0.0");
            }

            var next = 0;
            var published = 0;
            List<(string Name, Figures Figures)> rows =
            [
                ("metadata", await RateAsync(() => npm.MetadataAsync($"filled-{Interlocked.Increment(ref next) % Packages}"), AtOnce)),
                ("tarballs", await RateAsync(() => npm.TarballAsync($"filled-{Interlocked.Increment(ref next) % Packages}", "1.0.0"), AtOnce)),
                ("publishes, one after the other", await RateAsync(async () => await npm.TryPublishAsync($"new-{Interlocked.Increment(ref published)}", "1.0.0") ? 1 : throw new InvalidOperationException("It was not published."), 1)),
            ];
            var taken = await Task.WhenAll(Enumerable.Range(0, Concurrent).Select(i => npm.TryPublishAsync("crowded", $"1.0.{i}")));
            var lost = Concurrent - (await npm.VersionsAsync("crowded")).Count;
            var memory = ResidentMemory.Of(registry.ProcessId);
            await output.WriteLineAsync($"  {registry.Name}");
            await Table.WriteAsync(output, rows, "a second");
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"    {Concurrent} versions of one package at once: {taken.Count(done => !done)} refused, {lost} lost; {memory:F0} MB resident at the end"));
            return (rows[0].Figures.Median, rows[1].Figures.Median, rows[2].Figures.Median, memory);
        }
    }

    private static async Task<Figures> RateAsync(Func<Task<int>> call, int atOnce)
    {
        await OnceAsync(call, atOnce);
        var rates = new List<double>();
        while (rates.Count < Runs)
        {
            rates.Add(await OnceAsync(call, atOnce));
        }

        return new Figures(rates);
    }

    private static async Task<double> OnceAsync(Func<Task<int>> call, int atOnce)
    {
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            var count = 0;
            for (; clock.Elapsed < Length; count++)
            {
                await call();
            }

            return count;
        })));
        return counts.Sum() / clock.Elapsed.TotalSeconds;
    }
}
