namespace Sluice.Local.Cloud.Tasks.Sessions;

/// <summary>A message of Systems Manager's data channel.</summary>
/// <param name="Type">What it is, such as <see cref="Input"/>.</param>
/// <param name="SequenceNumber">Its place among the messages of its stream, from 0.</param>
/// <param name="Flags">See <see cref="First"/> and <see cref="Last"/>.</param>
/// <param name="Id">By what it is acknowledged.</param>
/// <param name="CreatedAt">In milliseconds of the Unix time.</param>
/// <param name="PayloadType">What it carries.</param>
/// <param name="Payload">It.</param>
internal sealed record AgentMessage(string Type, long SequenceNumber, ulong Flags, Guid Id, ulong CreatedAt, PayloadType PayloadType, ReadOnlyMemory<byte> Payload)
{
    /// <summary>From the client to the terminal.</summary>
    public const string Input = "input_stream_data";

    /// <summary>From the terminal to the client.</summary>
    public const string Output = "output_stream_data";

    /// <summary>That a message has come.</summary>
    public const string Acknowledge = "acknowledge";

    /// <summary>That nothing more will.</summary>
    public const string ChannelClosed = "channel_closed";

    /// <summary>The flag of a stream's first message (SYN).</summary>
    public const ulong First = 1;

    /// <summary>The flag of a stream's last message (FIN).</summary>
    public const ulong Last = 2;
}
