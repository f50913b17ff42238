using Microsoft.AspNetCore.Http;
using Sluice.Local.Cloud.LoadBalancers.Proxying;

namespace Sluice.Local.Tests.Cloud.LoadBalancers;

/// <summary>A real HTTP server to be balanced to; what it answers can be changed while it runs.</summary>
internal sealed class TestTarget : IAsyncDisposable
{
    private ListenerServer? _server;

    public int Port => _server!.Port;

    public int Health { get; set; } = 200;

    public RequestDelegate Answer { get; set; } = static http => http.Response.WriteAsync("hello");

    public static async Task<TestTarget> StartAsync(string? says = null)
    {
        var target = new TestTarget();
        if (says is not null)
        {
            target.Answer = http => http.Response.WriteAsync(says);
        }

        target._server = await ListenerServer.StartAsync(0, target.HandleAsync, TimeProvider.System, Quiet.Unattended(TimeProvider.System));
        return target;
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private Task HandleAsync(HttpContext http)
    {
        if (http.Request.Path == "/health")
        {
            http.Response.StatusCode = Health;
            return Task.CompletedTask;
        }

        return Answer(http);
    }
}
