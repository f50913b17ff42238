using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Sluice.Benchmarks.Packages;

/// <summary>How long <c>npm ci</c> of a real application takes: direct, through a repository that has nothing yet, and through one that has it all. npm's own cache is empty each time.</summary>
internal sealed class InstallBenchmark : IBenchmark
{
    private const string Application = """{"name": "app", "version": "1.0.0", "dependencies": {"express": "4.21.2", "jest": "29.7.0"}}""";
    private const int Runs = 3;

    public string Name => "packages-install";

    public string Title => "npm ci of a real application, in milliseconds; npm's cache is empty each time";

    public async Task RunAsync(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("sluice-install-").FullName;
        try
        {
            var outside = (await NpmAsync(folder, null, "config", "get", "registry")).Trim();
            await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), Application);

            // Where the packages come from is not in the lock, so that each registry is asked for all of them.
            await NpmAsync(folder, null, "install", "--package-lock-only", "--no-audit", "--no-fund", "--omit-lockfile-registry-resolved");
            var count = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "package-lock.json")))!["packages"]!.AsObject().Count - 1;
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {count} packages"));
            var (direct, cold, warm) = (new List<double>(), new List<double>(), new List<double>());
            for (var run = 0; run < Runs; run++)
            {
                direct.Add(await InstallAsync(folder, null));
                await using var own = await SluiceRegistry.StartAsync(outside);
                cold.Add(await InstallAsync(folder, own));
                warm.Add(await InstallAsync(folder, own));
            }

            await Table.WriteAsync(output, [("direct", new Figures(direct)), ("through a repository that has nothing", new Figures(cold)), ("through one that has it all", new Figures(warm))], "ms");
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"  of going direct: cold {new Figures(cold).Median / new Figures(direct).Median:P0}, warm {new Figures(warm).Median / new Figures(direct).Median:P0}"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> InstallAsync(string folder, RegistryUnderTest? registry)
    {
        foreach (var left in new[] { "node_modules", "cache" }.Select(name => Path.Combine(folder, name)).Where(Directory.Exists))
        {
            Directory.Delete(left, recursive: true);
        }

        var clock = Stopwatch.StartNew();
        await NpmAsync(folder, registry, "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        return clock.Elapsed.TotalMilliseconds;
    }

    private static async Task<string> NpmAsync(string folder, RegistryUnderTest? registry, params IEnumerable<string> arguments)
    {
        List<string> settings = ["--cache", Path.Combine(folder, "cache")];
        if (registry is not null)
        {
            var settingsFile = Path.Combine(folder, "npmrc");
            await File.WriteAllTextAsync(settingsFile, $"registry={registry.Address}\n//{registry.Address.Authority}{registry.Address.AbsolutePath}:_authToken={registry.Token}\n");
            settings.AddRange(["--userconfig", settingsFile]);
        }

        using var process = Process.Start(new ProcessStartInfo("npm", [.. arguments, .. settings]) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
        var printed = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? printed[0] : throw new InvalidOperationException($"npm ended with {process.ExitCode}: {printed[1]}");
    }
}
