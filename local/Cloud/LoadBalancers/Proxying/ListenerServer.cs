using System.Net;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Sluice.Local.Cloud.Functions.Runtime;
using Sluice.Local.Guarding;

namespace Sluice.Local.Cloud.LoadBalancers.Proxying;

/// <summary>A listener's port on the loopback address, which speaks HTTP/1.1.</summary>
internal sealed class ListenerServer : IAsyncDisposable
{
    private static readonly TimeSpan RequestsEndWithin = TimeSpan.FromSeconds(2);
    private readonly KestrelServer _server;
    private readonly TimeProvider _time;

    private ListenerServer(KestrelServer server, TimeProvider time)
    {
        (_server, _time) = (server, time);
        Port = new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
    }

    public int Port { get; }

    /// <param name="port">0 is any free one.</param>
    /// <exception cref="IOException">The port is taken, or may not be listened on.</exception>
    public static async Task<ListenerServer> StartAsync(int port, RequestDelegate handle, TimeProvider time, Unattended unattended)
    {
        var options = new KestrelServerOptions { AddServerHeader = false, AllowResponseHeaderCompression = false };
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;
        options.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
        options.Listen(IPAddress.Loopback, port, endpoint => endpoint.Protocols = HttpProtocols.Http1);
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var server = new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
        try
        {
            await server.StartAsync(new RequestApplication("A request to a listener", handle, unattended), CancellationToken.None);
        }
        catch (Exception e) when (e is System.Net.Sockets.SocketException or IOException)
        {
            server.Dispose();
            throw new IOException(e.Message, e);
        }

        return new ListenerServer(server, time);
    }

    /// <summary>Requests that run may end, for a moment.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(RequestsEndWithin, _time);
        await _server.StopAsync(patience.Token);
        _server.Dispose();
    }
}
