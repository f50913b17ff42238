using System.Buffers.Binary;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Local.Tests.Cloud.Tasks.Sessions;

/// <summary>A client of Systems Manager's data channel that has nothing in common with what it talks to.</summary>
internal sealed class SessionClient : IDisposable
{
    private const int Header = 120;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);
    private readonly ClientWebSocket _socket = new();
    private readonly StringBuilder _printed = new();
    private readonly HashSet<long> _seen = [];
    private long _number;

    /// <summary>What was printed so far, each message once.</summary>
    public string Printed => _printed.ToString();

    /// <summary>What the channel said when it was closed; null before.</summary>
    public string? Closed { get; private set; }

    /// <summary>With what the socket was closed.</summary>
    public string? Refusal => _socket.CloseStatusDescription;

    /// <summary>The numbers of what was typed that were acknowledged.</summary>
    public List<long> Acknowledged { get; } = [];

    /// <summary>Whether it acknowledges what is printed.</summary>
    public bool IsReady { get; set; } = true;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<SessionClient> ConnectAsync(Uri url, string token, string? origin = null)
    {
        var client = new SessionClient();
        if (origin is not null)
        {
            client._socket.Options.SetRequestHeader("Origin", origin);
        }

        await client._socket.ConnectAsync(url, Cancellation);
        var opening = new JsonObject { ["MessageSchemaVersion"] = "1.0", ["RequestId"] = "8f4e", ["TokenValue"] = token, ["ClientId"] = "test", ["ClientVersion"] = "1.2.0.0" };
        await client._socket.SendAsync(Encoding.UTF8.GetBytes(opening.ToJsonString()), WebSocketMessageType.Text, true, Cancellation);
        return client;
    }

    public Task TypeAsync(string text) => SendAsync(_number++, 1, text);

    public Task ResizeAsync(int columns, int rows) => SendAsync(_number++, 3, $"{{\"cols\":{columns},\"rows\":{rows}}}");

    public Task SendAsync(long number, uint kind, string payload) => SendAsync(Message("input_stream_data", number, kind, Encoding.UTF8.GetBytes(payload)));

    public Task SendAsync(byte[] bytes) => _socket.SendAsync(bytes, WebSocketMessageType.Binary, true, Cancellation);

    /// <summary>Reads until this is printed.</summary>
    public async Task PrintsAsync(string text)
    {
        while (!Printed.Contains(text, StringComparison.Ordinal))
        {
            (await ReadAsync()).ShouldBeTrue($"'{text}' was not printed, but:\n{Printed}");
        }
    }

    /// <summary>Reads until the channel or the socket is closed.</summary>
    public async Task EndsAsync()
    {
        while (await ReadAsync())
        {
            // On.
        }
    }

    /// <summary>One message.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> ReadAsync()
    {
        var buffer = new byte[128 * 1024];
        using var late = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        late.CancelAfter(_patience);
        var read = await ReceiveAsync(buffer, late.Token);
        if (read.MessageType == WebSocketMessageType.Close)
        {
            await AnswerCloseAsync();
            return false;
        }

        read.EndOfMessage.ShouldBeTrue();
        await TakeAsync(buffer[..read.Count]);
        return true;
    }

    /// <summary>The other side waits for the answer no longer than a while.</summary>
    private async Task AnswerCloseAsync()
    {
        try
        {
            await _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", Cancellation);
        }
        catch (WebSocketException)
        {
            // It is gone by now.
        }
    }

    private async Task<WebSocketReceiveResult> ReceiveAsync(byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await _socket.ReceiveAsync(buffer, cancellationToken);
        }
        catch (OperationCanceledException e)
        {
            throw new TimeoutException($"Nothing has come for {_patience}. Before there was:\n{Printed}", e);
        }
    }

    public static byte[] Message(string type, long number, uint kind, byte[] payload)
    {
        var bytes = new byte[Header + payload.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, 116);
        Encoding.ASCII.GetBytes(type.PadRight(32), bytes.AsSpan(4));
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(36), 1);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(48), number);
        RandomNumberGenerator.Fill(bytes.AsSpan(64, 16));
        SHA256.HashData(payload, bytes.AsSpan(80));
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(112), kind);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(116), (uint)payload.Length);
        payload.CopyTo(bytes, Header);
        return bytes;
    }

    public void Dispose() => _socket.Dispose();

    private async Task TakeAsync(byte[] bytes)
    {
        BinaryPrimitives.ReadUInt32BigEndian(bytes).ShouldBe(116u);
        bytes.AsSpan(80, 32).ToArray().ShouldBe(SHA256.HashData(bytes.AsSpan(Header)));
        var (number, payload) = (BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(48)), bytes[Header..]);
        switch (Encoding.ASCII.GetString(bytes, 4, 32).TrimEnd())
        {
            case "output_stream_data" when IsReady:
                if (_seen.Add(number))
                {
                    _printed.Append(Encoding.UTF8.GetString(payload));
                }

                var id = new Guid([.. bytes[72..80], .. bytes[64..72]], bigEndian: true);
                var acknowledgement = new { AcknowledgedMessageType = "output_stream_data", AcknowledgedMessageId = id.ToString(), AcknowledgedMessageSequenceNumber = number, IsSequentialMessage = true };
                await SendAsync(Message("acknowledge", 0, 0, JsonSerializer.SerializeToUtf8Bytes(acknowledgement)));
                break;
            case "acknowledge":
                Acknowledged.Add((long)JsonNode.Parse(payload)!["AcknowledgedMessageSequenceNumber"]!);
                break;
            case "channel_closed":
                Closed = (string)JsonNode.Parse(payload)!["Output"]!;
                break;
        }
    }
}
