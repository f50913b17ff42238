using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Sluice.Local.Cloud.LoadBalancers.Proxying;
using Sluice.Local.Cloud.LoadBalancers.Storage;
using Sluice.Platform.Ids;

namespace Sluice.Local.Tests.Cloud.LoadBalancers.Proxying;

public sealed class ReverseProxyTests : IDisposable
{
    private readonly ReverseProxy _proxy = new(TimeProvider.System, new RandomIds(), TimeSpan.FromMilliseconds(200));
    private readonly HttpClient _http = new();
    // Known only after the client has its answer.
    private readonly TaskCompletionSource<ForwardedAnswer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task A_target_from_which_nothing_comes_in_time_is_504()
    {
        await using var target = await TestTarget.StartAsync();
        target.Answer = WaitAsync;
        await using var server = await StartAsync(target);

        using var response = await _http.GetAsync(new Uri($"http://127.0.0.1:{server.Port}/"), TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.GatewayTimeout);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain($"The target 127.0.0.1:{target.Port} did not answer in time.");
        (await _answer.Task).ShouldBe(new ForwardedAnswer(504, IsOwn: true, Unreachable: false, 0));
    }

    [Fact]
    public async Task A_client_that_stops_in_the_middle_of_its_request_is_told_and_it_is_not_the_targets_fault()
    {
        await using var target = await TestTarget.StartAsync();
        target.Answer = http => http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        await using var server = await StartAsync(target);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();

        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST / HTTP/1.1\r\nHost: 127.0.0.1:{server.Port}\r\nContent-Length: 10\r\n\r\nhalf"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);

        (await reader.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldBe("HTTP/1.1 408 Request Timeout");
        (await _answer.Task).ShouldBe(new ForwardedAnswer(408, IsOwn: true, Unreachable: false, 0));
    }

    public void Dispose()
    {
        _http.Dispose();
        _proxy.Dispose();
    }

    private static Task WaitAsync(HttpContext http)
    {
        var left = new TaskCompletionSource();
        http.RequestAborted.Register(left.SetResult);
        return left.Task;
    }

    private Task<ListenerServer> StartAsync(TestTarget target) =>
        ListenerServer.StartAsync(0, async http => _answer.TrySetResult(await _proxy.ForwardAsync(http, new TargetAddress("127.0.0.1", target.Port), 80)), TimeProvider.System, Quiet.Unattended(TimeProvider.System));
}
