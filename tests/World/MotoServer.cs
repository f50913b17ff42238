using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Sluice.World;

/// <summary>Moto's server, a stand-in for AWS's services, on a free port; it ends with this object.</summary>
internal sealed class MotoServer(Process process, Uri url) : IAsyncDisposable
{
    public const string Program = "moto_server";
    private const int Tries = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public Uri Url => url;

    /// <param name="path">Folders, as PATH has them.</param>
    /// <returns>Where the program is; null if it is not here.</returns>
    public static string? Find(string? path) =>
        (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, Program)).FirstOrDefault(File.Exists);

    /// <exception cref="InvalidOperationException">It did not start.</exception>
    public static async Task<MotoServer> StartAsync(string program)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            // The port can be taken between the look and the start; then the server ends and another port is tried.
            var server = Start(program);
            if (await server.AnswersAsync())
            {
                return server;
            }

            await server.DisposeAsync();
        }

        throw new InvalidOperationException($"{Program} did not start.");
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private static MotoServer Start(string program)
    {
        var port = FreePort();
        var start = new ProcessStartInfo(program, ["-H", "127.0.0.1", "-p", $"{port}"]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new MotoServer(process, new Uri($"http://127.0.0.1:{port}/"));
    }

    private async Task<bool> AnswersAsync()
    {
        using var http = new HttpClient();
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience && !process.HasExited; await Task.Delay(Pause, TimeProvider.System))
        {
            try
            {
                await http.GetAsync(new Uri(url, "moto-api/"));
                return true;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
        }

        return false;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
