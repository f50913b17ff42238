using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using Sluice.Local.Cloud.Processes;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.Tasks.Sessions;

/// <summary>Where clients come to sessions: a WebSocket of the suite's own server for each. The first that a client sends is the session's token, and without it there is nothing to see.</summary>
internal sealed class SessionSockets(TaskSessions sessions, ProcessLedger ledger, IIds ids, TimeProvider time) : IAsyncDisposable
{
    private const string Folder = "/sessions/";
    private static readonly TimeSpan TokenComesWithin = TimeSpan.FromSeconds(10);
    private readonly TaskCompletionSource _stopping = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HashSet<Task> _open = [];

    /// <summary>Where a client comes to a session.</summary>
    /// <param name="suite">The suite's own URL.</param>
    /// <param name="id">The session's.</param>
    public static string UrlOf(string suite, string id) => new UriBuilder(suite) { Scheme = "ws", Path = Folder + id }.Uri.ToString();

    /// <summary>Whether a request is of a client that comes to a session.</summary>
    public static bool IsOne(HttpContext http) =>
        http.Request.Path.StartsWithSegments(Folder.TrimEnd('/'), StringComparison.Ordinal) && http.Request.Headers.Upgrade.ToString().Equals("websocket", StringComparison.OrdinalIgnoreCase);

    /// <summary>Until the session ends.</summary>
    public async Task AnswerAsync(HttpContext http)
    {
        var id = http.Request.Path.Value![Folder.Length..];
        if (!http.WebSockets.IsWebSocketRequest || !sessions.Has(id) || _stopping.Task.IsCompleted)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        var serving = ServeAsync(socket, id);
        lock (_open)
        {
            _open.Add(serving);
        }

        await serving;
        lock (_open)
        {
            _open.Remove(serving);
        }
    }

    /// <summary>Ends all, and lets none begin.</summary>
    public void Stop() => _stopping.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Stop();
        Task[] open;
        lock (_open)
        {
            open = [.. _open];
        }

        await Task.WhenAll(open);
    }

    private async Task ServeAsync(WebSocket socket, string id)
    {
        try
        {
            if (await ClaimAsync(socket, id) is { } session)
            {
                await RunAsync(socket, session);
            }
            else
            {
                await socket.CloseAsync(WebSocketCloseStatus.PolicyViolation, "The token is not this session's.", CancellationToken.None);
            }
        }
        catch (AgentMessageException e)
        {
            await RefuseAsync(socket, e.Message);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The client is gone, or says nothing.
        }
    }

    private async Task<PendingSession?> ClaimAsync(WebSocket socket, string id)
    {
        using var late = new CancellationTokenSource(TokenComesWithin, time);
        using var channel = new DataChannel(socket, id, "", ids, time);
        return await channel.ReceiveAsync(late.Token) is (WebSocketMessageType.Text, var bytes)
            ? sessions.Claim(id, ChannelDocuments.Read<ChannelDocuments.Opening>(bytes.Span)?.TokenValue) : null;
    }

    private async Task RunAsync(WebSocket socket, PendingSession session)
    {
        using var channel = new DataChannel(socket, session.Id, session.Task.Arn, ids, time);
        try
        {
            await using var terminal = ScriptTerminal.Open(session.Command, session.Task.Spec.WorkingDirectory, session.Task.Spec.Environment, ledger);
            await channel.RunAsync(terminal, Task.WhenAny(session.Task.Process.Exited, _stopping.Task));
        }
        catch (NoTerminalException e)
        {
            await channel.CloseAsync(e.Message);
        }
    }

    private static async Task RefuseAsync(WebSocket socket, string why)
    {
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.ProtocolError, why, CancellationToken.None);
        }
        catch (WebSocketException)
        {
            // It is gone.
        }
    }
}
