using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Sluice.Local.Tests.Cloud.LoadBalancers;

public sealed class WebSocketTests
{
    [Fact]
    public async Task A_WebSocket_goes_through_both_ways_until_one_end_closes_it()
    {
        await using var target = await TestTarget.StartAsync();
        target.Answer = EchoAsync;
        await using var balanced = await OneAsync(target);
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("chat");
        socket.Options.CollectHttpResponseDetails = true;

        await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{balanced.Url.Port}/room?of=1"), TestContext.Current.CancellationToken);
        foreach (var said in new[] { "first", "second" })
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(said), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);
            (await ReceiveAsync(socket)).ShouldBe($"/room?of=1 {balanced.Url.Port}: {said}");
        }

        socket.SubProtocol.ShouldBe("chat");
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "done", TestContext.Current.CancellationToken);
        (await balanced.MetricAsync("RequestCount", atLeast: 1)).ShouldBe(1);
        (await balanced.MetricAsync("HTTPCode_Target_1XX_Count", atLeast: 0)).ShouldBe(0);
        (await balanced.MetricAsync("HTTPCode_ELB_5XX_Count", atLeast: 0)).ShouldBe(0);
    }

    [Fact]
    public async Task A_target_that_will_not_have_one_answers_as_always()
    {
        await using var target = await TestTarget.StartAsync();
        target.Answer = http =>
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
        await using var balanced = await OneAsync(target);
        using var socket = new ClientWebSocket();

        var refused = await Should.ThrowAsync<WebSocketException>(() => socket.ConnectAsync(new Uri($"ws://127.0.0.1:{balanced.Url.Port}/"), TestContext.Current.CancellationToken));

        refused.Message.ShouldContain("404");
        (await balanced.MetricAsync("HTTPCode_Target_4XX_Count", atLeast: 1)).ShouldBe(1);
    }

    [Fact]
    public async Task A_page_of_another_site_opens_none()
    {
        await using var target = await TestTarget.StartAsync();
        target.Answer = EchoAsync;
        await using var balanced = await OneAsync(target);
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", "http://evil.example");

        var refused = await Should.ThrowAsync<WebSocketException>(() => socket.ConnectAsync(new Uri($"ws://127.0.0.1:{balanced.Url.Port}/"), TestContext.Current.CancellationToken));

        refused.Message.ShouldContain("403");
    }

    private static async Task<Balanced> OneAsync(TestTarget target)
    {
        var balanced = await Balanced.StartAsync();
        await balanced.ListenAsync((await balanced.GroupAsync("one", target), 1));
        return balanced;
    }

    /// <summary>A server's side of a WebSocket, which says how it was asked and what it heard.</summary>
    private static async Task EchoAsync(HttpContext http)
    {
        var asked = $"{http.Features.Get<IHttpRequestFeature>()!.RawTarget} {http.Request.Headers["X-Forwarded-Port"]}";
        http.Response.Headers.SecWebSocketAccept = Accept(http.Request.Headers.SecWebSocketKey.ToString());
        http.Response.Headers.SecWebSocketProtocol = http.Request.Headers.SecWebSocketProtocol;
        http.Response.Headers.Upgrade = "websocket";
        await using var stream = await http.Features.Get<IHttpUpgradeFeature>()!.UpgradeAsync();
        using var socket = WebSocket.CreateFromStream(stream, new WebSocketCreationOptions { IsServer = true });
        while (await ReceiveAsync(socket) is { } said)
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes($"{asked}: {said}"), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);
        }

        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "done", TestContext.Current.CancellationToken);
    }

    /// <summary>A message; null once the other end closes.</summary>
    private static async Task<string?> ReceiveAsync(WebSocket socket)
    {
        var buffer = new byte[256];
        var received = await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
        return received.MessageType == WebSocketMessageType.Close ? null : Encoding.UTF8.GetString(buffer, 0, received.Count);
    }

    // RFC 6455, section 4.2.2.
#pragma warning disable CA5350 // The protocol's own, and no secret.
    private static string Accept(string key) => Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
#pragma warning restore CA5350
}
