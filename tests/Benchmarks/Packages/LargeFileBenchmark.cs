using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using Sluice.Benchmarks.Memory;
using Sluice.Platform.Files;

namespace Sluice.Benchmarks.Packages;

/// <summary>A file of 500 MB up and down, and what the registry holds of it in memory.</summary>
internal sealed class LargeFileBenchmark : IBenchmark
{
    private const int Size = 500_000_000;
    private const string Artifact = "acme/app/";

    public string Name => "packages-large";

    public string Title => "a file of 500 MB, put into a Maven repository and fetched from it, three times";

    public async Task RunAsync(TextWriter output)
    {
        await using var registry = await SluiceRegistry.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(registry.Address.ToString().Replace("/npm/", "/maven/", StringComparison.Ordinal)), Timeout = TimeSpan.FromMinutes(10) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", registry.Token);
        await PutAsync(http, "0.1", 1000);
        await GetAsync(http, "0.1");
        var before = ResidentMemory.MostOf(registry.ProcessId);
        var (up, down) = (new List<double>(), new List<double>());
        for (var run = 1; run <= 3; run++)
        {
            up.Add(await PutAsync(http, $"1.{run}", Size + run));
            down.Add(await GetAsync(http, $"1.{run}"));
        }

        await Table.WriteAsync(output, [("up", new Figures(up)), ("down", new Figures(down))], "MB a second");
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  most memory resident: {before:F0} MB before, {ResidentMemory.MostOf(registry.ProcessId):F0} MB after"));
    }

    private static async Task<double> PutAsync(HttpClient http, string version, int size)
    {
        var clock = Stopwatch.StartNew();
        using var content = new StreamContent(new EndlessNoise(size));
        content.Headers.ContentLength = size;
        (await http.PutAsync(new Uri($"{Artifact}{version}/app-{version}.jar", UriKind.Relative), content)).EnsureSuccessStatusCode();
        var rate = size / 1e6 / clock.Elapsed.TotalSeconds;
        using var list = new StringContent($"<metadata><groupId>acme</groupId><artifactId>app</artifactId><versioning><versions><version>{version}</version></versions></versioning></metadata>");
        (await http.PutAsync(new Uri($"{Artifact}maven-metadata.xml", UriKind.Relative), list)).EnsureSuccessStatusCode();
        return rate;
    }

    private static async Task<double> GetAsync(HttpClient http, string version)
    {
        var clock = Stopwatch.StartNew();
        using var answer = await http.GetAsync(new Uri($"{Artifact}{version}/app-{version}.jar", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        await using var content = await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync();
        var (buffer, length) = (new byte[1 << 16], 0L);
        for (int count; (count = await content.ReadAsync(buffer)) > 0;)
        {
            length += count;
        }

        return length / 1e6 / clock.Elapsed.TotalSeconds;
    }

    /// <summary>So many bytes that no two files of different lengths share.</summary>
    private sealed class EndlessNoise(long size) : ForwardStream
    {
        private readonly Random _random = new((int)size);
        private long _left = size;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var taken = (int)Math.Min(buffer.Length, _left);
            _random.NextBytes(buffer.Span[..taken]);
            _left -= taken;
            return ValueTask.FromResult(taken);
        }
    }
}
