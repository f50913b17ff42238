using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Sluice.Benchmarks.Packages;

/// <summary>verdaccio, installed from npm into a temporary folder, if node and npm are there. It lets everyone in, which costs it nothing.</summary>
internal static class Verdaccio
{
    // One of its dependencies names a tag that some registries do not have.
    private const string Project = """{"name": "peer", "version": "1.0.0", "dependencies": {"verdaccio": "6.1.6"}, "overrides": {"node-fetch": "2.6.7"}}""";
    private const string Settings = """
        storage: ./storage
        packages:
          '**': { access: $all, publish: $all, unpublish: $all }
        server: { keepAliveTimeout: 60 }
        max_body_size: 1000mb
        log: { type: stdout, format: pretty, level: error }
        """;

    /// <returns>Null, and a line that says why, if it cannot be had.</returns>
    public static async Task<RegistryUnderTest?> StartAsync(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("sluice-verdaccio-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), Project);
            await RunAsync(folder, "npm", "install", "--no-audit", "--no-fund");
            return await ServeAsync(folder);
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException)
        {
            await output.WriteLineAsync($"  (without the peer: {error.Message.Trim()})");
            Directory.Delete(folder, recursive: true);
            return null;
        }
    }

    private static async Task<RegistryUnderTest> ServeAsync(string folder)
    {
        var port = FreePort();
        await File.WriteAllTextAsync(Path.Combine(folder, "config.yaml"), Settings);
        var start = new ProcessStartInfo("node", [Path.Combine(folder, "node_modules/verdaccio/bin/verdaccio"), "--config", Path.Combine(folder, "config.yaml"), "--listen", $"127.0.0.1:{port}"])
        {
            WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var address = new Uri($"http://127.0.0.1:{port}/");
        await ListensAsync(process, address);
        return new RegistryUnderTest("verdaccio", address, null, process.Id, async () =>
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
            Directory.Delete(folder, recursive: true);
        });
    }

    private static async Task ListensAsync(Process process, Uri address)
    {
        using var http = new HttpClient();
        while (!process.HasExited)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(address, "-/ping"));
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            }
        }

        throw new InvalidOperationException($"verdaccio ended with {process.ExitCode}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task RunAsync(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
        var printed = await Task.WhenAll(process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {printed[0]}");
        }
    }
}
