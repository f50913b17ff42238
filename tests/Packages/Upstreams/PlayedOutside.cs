using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Sluice.Packages.Tests.Upstreams;

/// <summary>A registry outside that is played: a test says what it has, and how it fails.</summary>
internal sealed class PlayedOutside : IAsyncDisposable
{
    private const int Beginning = 3;
    private readonly Func<HttpContext, byte[]?> _has;
    private LoopbackServer? _server;

    private PlayedOutside(Func<HttpContext, byte[]?> has) => _has = has;

    /// <summary>All paths that were asked for.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>What it answers instead; null if it does as it should.</summary>
    public Func<HttpContext, Task>? Fault { get; set; }

    /// <summary>At which addresses alone: those that end so.</summary>
    public string FaultAt { get; set; } = "";

    /// <summary>Without a slash at its end.</summary>
    public string Address => _server!.Address;

    /// <param name="has">What it answers; null for what it does not have.</param>
    public static async Task<PlayedOutside> StartAsync(Func<HttpContext, byte[]?> has)
    {
        var outside = new PlayedOutside(has);
        outside._server = await LoopbackServer.StartAsync(outside.AnswerAsync);
        return outside;
    }

    /// <summary>Answers with a status alone.</summary>
    public static Task Status(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    /// <summary>Answers for a file in a way in which it must not be believed.</summary>
    /// <param name="fault"><c>short</c>, <c>cut</c> off, <c>other</c> bytes, <c>moved</c> to nowhere, <c>gone</c>, or an error of the registry.</param>
    /// <param name="good">The file.</param>
    /// <param name="other">Another one.</param>
    public static Func<HttpContext, Task> Broken(string fault, byte[] good, byte[] other) => async http =>
    {
        switch (fault)
        {
            case "short":
                await http.Response.Body.WriteAsync(good.AsMemory(0, good.Length / Beginning));
                break;
            case "cut":
                http.Response.ContentLength = good.Length;
                await http.Response.Body.WriteAsync(good.AsMemory(0, good.Length / Beginning));
                await http.Response.Body.FlushAsync();
                http.Abort();
                break;
            case "other":
                await http.Response.Body.WriteAsync(other);
                break;
            case "moved":
                http.Response.Redirect("/nowhere");
                break;
            default:
                await Status(http, fault == "gone" ? 410 : 500);
                break;
        }
    };

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private Task AnswerAsync(HttpContext http)
    {
        Asked.Enqueue(http.Request.Path);
        return Fault is { } fault && http.Request.Path.Value!.EndsWith(FaultAt, StringComparison.Ordinal) ? fault(http)
            : _has(http) is { } body ? http.Response.Body.WriteAsync(body).AsTask()
            : Status(http, 404);
    }
}
