using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Sluice.BuildFunction.Tests;

/// <summary>The Lambda Runtime API as the service serves it to one process, and beside it who hears of builds' progress.</summary>
internal sealed class RuntimeApiServer : IAsyncDisposable
{
    private const string Prefix = "/2018-06-01/runtime/";
    private readonly ConcurrentQueue<(string Payload, TimeSpan Time)> _invocations = new();
    private readonly SemaphoreSlim _waiting = new(0);
    private readonly ConcurrentQueue<(string Path, JsonNode? Body)> _posts = new();
    private readonly SemaphoreSlim _answered = new(0);
    private LoopbackServer? _server;

    /// <summary>What is answered to whoever tells of progress.</summary>
    public bool Stops { get; set; }

    public string Authority => _server!.Url.Authority;

    public string Address => _server!.Address;

    public static async Task<RuntimeApiServer> StartAsync()
    {
        var api = new RuntimeApiServer();
        api._server = await LoopbackServer.StartAsync(api.AnswerAsync);
        return api;
    }

    /// <summary>What the function answers to an invocation: where it posts that, and what.</summary>
    /// <param name="payload">What it is told.</param>
    /// <param name="time">How long it may take.</param>
    /// <param name="function">Its process, without which there is nothing to wait for.</param>
    public async Task<(string Path, JsonNode? Body)> InvokeAsync(string payload, TimeSpan time, Process function)
    {
        _invocations.Enqueue((payload, time));
        _waiting.Release();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var answered = _answered.WaitAsync(ended.Token);
        await Task.WhenAny(answered, function.WaitForExitAsync(ended.Token));
        await ended.CancelAsync();
        return _posts.TryDequeue(out var post) ? post : throw new InvalidOperationException("Nothing was posted.");
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments(Prefix.TrimEnd('/')))
        {
            await http.Response.WriteAsync(new JsonObject { ["stop"] = Stops }.ToJsonString(), http.RequestAborted);
            return;
        }

        if (http.Request.Method == HttpMethods.Post)
        {
            _posts.Enqueue((http.Request.Path.Value![Prefix.Length..], JsonNode.Parse(await LoopbackServer.BodyAsync(http.Request))));
            http.Response.StatusCode = StatusCodes.Status202Accepted;
            await http.Response.CompleteAsync();
            _answered.Release();
            return;
        }

        await _waiting.WaitAsync(http.RequestAborted);
        _invocations.TryDequeue(out var invocation).ShouldBeTrue();
        http.Response.Headers["Lambda-Runtime-Aws-Request-Id"] = "r-1";
        http.Response.Headers["Lambda-Runtime-Deadline-Ms"] = DateTimeOffset.UtcNow.Add(invocation.Time).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["Lambda-Runtime-Invoked-Function-Arn"] = "arn:aws:lambda:eu-west-1:123456789012:function:sluice-build";
        await http.Response.WriteAsync(invocation.Payload, http.RequestAborted);
    }
}
