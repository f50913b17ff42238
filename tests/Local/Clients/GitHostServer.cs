using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace Sluice.Local.Tests.Clients;

/// <summary>A private git host on this machine in GitHub Enterprise Server's form: git for who has the token, webhooks, and commits' statuses.</summary>
internal sealed class GitHostServer : IAsyncDisposable
{
    public const string Token = "t0p-s3cret";
    private readonly Channel<string> _statuses = Channel.CreateUnbounded<string>();
    private readonly HashSet<string> _told = [];
    private LoopbackServer? _server;

    private GitHostServer()
    {
    }

    public string Address => _server!.Address;

    /// <summary>What hooks were asked for, by their bodies.</summary>
    public ConcurrentQueue<JsonNode> Hooks { get; } = new();

    /// <param name="root">The folder with the repositories.</param>
    public static async Task<GitHostServer> StartAsync(string root)
    {
        var host = new GitHostServer();
        var git = GitBackend.Of(root);
        host._server = await LoopbackServer.StartAsync(http => http.Request.Path.StartsWithSegments("/api/v3/repos") ? host.AnswerAsync(http) : GitAsync(http, git));
        return host;
    }

    /// <summary>Until the host was told of a status: a commit, its state and its context.</summary>
    public async Task UntilToldAsync(string commit, string state, string context)
    {
        var wanted = $"{commit} {state} {context}";
        while (!_told.Contains(wanted))
        {
            _told.Add(await _statuses.Reader.ReadAsync(TestContext.Current.CancellationToken));
        }
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private static async Task GitAsync(HttpContext http, RequestDelegate git)
    {
        if (http.Request.Headers.Authorization.Count == 0)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            http.Response.Headers.WWWAuthenticate = "Basic realm=\"git\"";
            return;
        }

        await git(http);
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var body = JsonNode.Parse(await LoopbackServer.BodyAsync(http.Request))!;
        if (http.Request.Headers.Authorization != $"Bearer {Token}")
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (http.Request.Path.Value!.EndsWith("/hooks", StringComparison.Ordinal))
        {
            Hooks.Enqueue(body);
        }
        else
        {
            await _statuses.Writer.WriteAsync($"{http.Request.Path.Value.Split('/')[^1]} {body["state"]} {body["context"]}");
        }

        http.Response.StatusCode = StatusCodes.Status201Created;
        await http.Response.WriteAsync("""{"id":1}""");
    }
}
