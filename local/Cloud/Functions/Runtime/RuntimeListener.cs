using System.Net;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Sluice.Local.Guarding;

namespace Sluice.Local.Cloud.Functions.Runtime;

/// <summary>One process's own loopback port. A path on a shared port would not do: runtimes know a host and a port only.</summary>
internal sealed class RuntimeListener : IAsyncDisposable
{
    private const int LargestHeaders = 4 * 1024 * 1024;
    private readonly KestrelServer _server;

    private RuntimeListener(KestrelServer server)
    {
        _server = server;
        Address = new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.First()).Authority;
    }

    /// <summary>Host and port, as AWS_LAMBDA_RUNTIME_API holds them.</summary>
    public string Address { get; }

    public static async Task<RuntimeListener> StartAsync(RequestDelegate handle, Unattended unattended)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.MaxRequestBodySize = null;

        // AWS's runtime for .NET sends an exception in a header, of up to 1 MiB, and aborts if that is refused.
        options.Limits.MaxRequestHeadersTotalSize = LargestHeaders;
        options.Limits.MaxRequestBufferSize = LargestHeaders;
        options.ResponseHeaderEncodingSelector = static _ => Encoding.UTF8;
        options.Limits.MinResponseDataRate = null;

        // A function that streams its answer may write a line now and then.
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.KeepAliveTimeout = TimeSpan.FromDays(1);
        options.Listen(IPAddress.Loopback, 0);
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions { IOQueueCount = 0 }), NullLoggerFactory.Instance);
        var server = new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
        await server.StartAsync(new RequestApplication("A request to the Runtime API", handle, unattended), CancellationToken.None);
        return new RuntimeListener(server);
    }

    /// <summary>Hangs up on whoever is connected: the process has ended by now.</summary>
    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(new CancellationToken(canceled: true));
        _server.Dispose();
    }
}
