using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Sluice.World;

/// <summary>A real sshd on a free port of 127.0.0.1, which lets in one key and has a host key of its own. It runs as who runs the tests, who may not be another user.</summary>
internal sealed class SshServer : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Process _process;

    private SshServer(int port)
    {
        Port = port;
        HostKey = Keygen("host", "ed25519");
        ClientKey = Keygen("client", "ed25519");
        var config = _folder.Write("sshd_config", string.Join('\n',
            $"Port {port}", "ListenAddress 127.0.0.1", $"HostKey {At("host")}", $"AuthorizedKeysFile {At("client.pub")}", $"PidFile {At("pid")}",
            "StrictModes no", "PasswordAuthentication no", "KbdInteractiveAuthentication no", "UsePAM no", "PermitRootLogin yes", "AllowUsers *", // Whatever a shell reads of the user's own would be waited for.
            $"SetEnv HOME={_folder.Path}", "LogLevel ERROR", ""));
        _process = Process.Start(new ProcessStartInfo(Program!, ["-D", "-e", "-f", config]) { RedirectStandardError = true, UseShellExecute = false })!;
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginErrorReadLine();
    }

    /// <summary>Null where there is none.</summary>
    public static string? Program { get; } = new[] { "/usr/sbin/sshd", "/usr/local/sbin/sshd" }.FirstOrDefault(File.Exists);

    public int Port { get; }

    /// <summary>The host's public key, as its file has it.</summary>
    public string HostKey { get; }

    /// <summary>The public key that is let in.</summary>
    public string ClientKey { get; }

    /// <summary>Its private key.</summary>
    public string PrivateKey => File.ReadAllText(At("client"));

    /// <summary>What a client has to know of the host.</summary>
    public string KnownHosts => $"[127.0.0.1]:{Port} {HostKey}";

    public static string User => Environment.UserName;

    public static async Task<SshServer> StartAsync()
    {
        Assert.SkipWhen(Program is null, "sshd is not installed (openssh-server)");
        if (Environment.IsPrivilegedProcess)
        {
            Directory.CreateDirectory("/run/sshd"); // A place that sshd of root wants to be there and empty.
        }

        var server = new SshServer(FreePort());
        await server.ReadyAsync();
        return server;
    }

    /// <summary>A key that nobody knows.</summary>
    public string Keygen(string name, string kind)
    {
        using var keygen = Process.Start(new ProcessStartInfo("ssh-keygen", ["-q", "-t", kind, "-N", "", "-C", "test", "-f", At(name)]) { UseShellExecute = false })!;
        keygen.WaitForExit();
        keygen.ExitCode.ShouldBe(0);
        return string.Join(' ', File.ReadAllText(At($"{name}.pub")).Split(' ')[..2]);
    }

    public string At(string name) => Path.Combine(_folder.Path, name);

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Dispose();
    }

    private async Task ReadyAsync()
    {
        for (var tried = 0; tried < 100; tried++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, Port, TestContext.Current.CancellationToken);
                return;
            }
            catch (SocketException) when (!_process.HasExited)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
            }
        }

        throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"sshd does not listen on {Port}."));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
