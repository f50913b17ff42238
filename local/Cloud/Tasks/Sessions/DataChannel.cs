using System.Buffers.Binary;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.Tasks.Sessions;

/// <summary>
/// The far end of a client of Systems Manager's sessions: brings what is typed to a terminal and what is printed to the client, until one of the two ends. It begins with what the terminal prints, as agents did
/// before there was a handshake, and clients know by that what the session is.
/// </summary>
internal sealed class DataChannel(WebSocket socket, string sessionId, string taskArn, IIds ids, TimeProvider time) : IDisposable
{
    // What agents send at a time.
    private const int Piece = 1024;
    private const uint Terminate = 2;
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _sending = new(1);
    private readonly InputSequence _input = new();
    private readonly OutputWindow _output = new(time);

    /// <summary>Reads a message whole, of whichever kind.</summary>
    /// <returns>Null when the client has left.</returns>
    /// <exception cref="AgentMessageException">It is longer than one may be.</exception>
    public async Task<(WebSocketMessageType Kind, ReadOnlyMemory<byte> Bytes)?> ReceiveAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[AgentMessageCodec.Largest + 1];
        var count = 0;
        while (count < buffer.Length)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(count), cancellationToken);
            count += part.Count;
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            if (part.EndOfMessage)
            {
                return (part.MessageType, buffer.AsMemory(0, count));
            }
        }

        throw new AgentMessageException($"A message has {AgentMessageCodec.Largest} bytes at most.");
    }

    /// <summary>Until the client or the terminal ends, or nothing may go on any more.</summary>
    /// <param name="terminal">The terminal.</param>
    /// <param name="ends">Completes when nothing may go on any more.</param>
    /// <exception cref="AgentMessageException">What the client sends is not of this protocol.</exception>
    /// <exception cref="WebSocketException">The client is gone.</exception>
    public async Task RunAsync(ITerminal terminal, Task ends)
    {
        // To call off a read of the socket would end it, and there is still something to say then.
        using var over = new CancellationTokenSource();
        var received = TakeAsync(terminal, over.Token);
        var printed = PrintAsync(terminal, over.Token);
        var repeated = RepeatAsync(over.Token);
        try
        {
            var first = await Task.WhenAny(received, printed, ends);
            await first;
            await CloseAsync("");
            await received.WaitAsync(Farewell, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        finally
        {
            await over.CancelAsync();
            await Task.WhenAll(received, printed, repeated).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Says that nothing more will come.</summary>
    /// <param name="why">For people; empty if it came to its own end.</param>
    public async Task CloseAsync(string why)
    {
        var id = new Guid(ids.Uuid());
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var closing = new ChannelDocuments.Closing(id.ToString(), now.ToString(CultureInfo.InvariantCulture), taskArn, sessionId, AgentMessage.ChannelClosed, 1, why);
        await SendAsync(new AgentMessage(AgentMessage.ChannelClosed, 0, AgentMessage.First | AgentMessage.Last, id, (ulong)now, PayloadType.None, ChannelDocuments.Write(closing)));
        await _sending.WaitAsync();
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);
            }
        }
        finally
        {
            _sending.Release();
        }
    }

    public void Dispose() => _sending.Dispose();

    private async Task TakeAsync(ITerminal terminal, CancellationToken cancellationToken)
    {
        while (await ReceiveAsync(cancellationToken) is var (kind, bytes))
        {
            var message = kind == WebSocketMessageType.Binary ? AgentMessageCodec.Read(bytes.Span) : throw new AgentMessageException("A message is text, which only the first is.");
            if (message.Type == AgentMessage.Acknowledge)
            {
                Acknowledged(message);
            }
            else if (message.Type == AgentMessage.Input && !await TypeAsync(message, terminal, cancellationToken))
            {
                return;
            }
        }
    }

    private void Acknowledged(AgentMessage message)
    {
        if (ChannelDocuments.Read<ChannelDocuments.Acknowledgement>(message.Payload.Span) is { Id: { } id } && Guid.TryParse(id, CultureInfo.InvariantCulture, out var acknowledged))
        {
            _output.Acknowledge(acknowledged);
        }
    }

    /// <returns>Whether the session goes on.</returns>
    private async Task<bool> TypeAsync(AgentMessage message, ITerminal terminal, CancellationToken cancellationToken)
    {
        var turn = _input.Take(message, out var isTaken);
        if (isTaken)
        {
            var taken = new ChannelDocuments.Acknowledgement(message.Type, message.Id.ToString(), message.SequenceNumber, IsSequentialMessage: true);
            await SendAsync(Message(AgentMessage.Acknowledge, 0, AgentMessage.First | AgentMessage.Last, PayloadType.None, ChannelDocuments.Write(taken)));
        }

        foreach (var next in turn)
        {
            switch (next.PayloadType)
            {
                case PayloadType.Output:
                    await terminal.WriteAsync(next.Payload, cancellationToken);
                    break;
                case PayloadType.Size when ChannelDocuments.Read<ChannelDocuments.Size>(next.Payload.Span) is { } size:
                    await terminal.ResizeAsync(size.Columns, size.Rows, cancellationToken);
                    break;
                case PayloadType.Flag when next.Payload.Length == sizeof(uint) && BinaryPrimitives.ReadUInt32BigEndian(next.Payload.Span) == Terminate:
                    return false;
            }
        }

        return true;
    }

    private async Task PrintAsync(ITerminal terminal, CancellationToken cancellationToken)
    {
        var buffer = new byte[Piece];
        for (int held = 0, read; (read = await terminal.ReadAsync(buffer.AsMemory(held), cancellationToken)) > 0;)
        {
            var whole = TextPieces.Whole(buffer.AsSpan(0, held + read));
            if (whole > 0)
            {
                await PrintAsync(buffer.AsMemory(0, whole).ToArray(), cancellationToken);
            }

            buffer.AsSpan(whole, held + read - whole).CopyTo(buffer);
            held = held + read - whole;
        }

        // A client may not have been ready for the last of it yet.
        await _output.EmptyAsync(cancellationToken).WaitAsync(Farewell, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task PrintAsync(byte[] text, CancellationToken cancellationToken) => await SendAsync(
        await _output.AddAsync(number => Message(AgentMessage.Output, number, number == 0 ? AgentMessage.First : 0, PayloadType.Output, text), cancellationToken));

    private async Task RepeatAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(OutputWindow.Patience, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            foreach (var message in _output.Due())
            {
                await SendAsync(message);
            }
        }
    }

    private AgentMessage Message(string type, long number, ulong flags, PayloadType kind, byte[] payload) =>
        new(type, number, flags, new Guid(ids.Uuid()), (ulong)time.GetUtcNow().ToUnixTimeMilliseconds(), kind, payload);

    private async Task SendAsync(AgentMessage message)
    {
        await _sending.WaitAsync();
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await socket.SendAsync(AgentMessageCodec.Write(message), WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
            }
        }
        finally
        {
            _sending.Release();
        }
    }
}
