using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Sluice.Local.Cloud.Tasks.Sessions;

/// <summary>Messages of a data channel as bytes: a header of a fixed length, big endian, and the payload.</summary>
internal static class AgentMessageCodec
{
    /// <summary>How much one may carry. Clients send what is typed or pasted in pieces of a kilobyte.</summary>
    public const int LargestPayload = 64 * 1024;

    /// <summary>How long one may be.</summary>
    public const int Largest = Header + LargestPayload;

    private const int TypeAt = 4;
    private const int TypeLength = 32;
    private const int SchemaAt = TypeAt + TypeLength;
    private const int CreatedAt = SchemaAt + 4;
    private const int SequenceAt = CreatedAt + 8;
    private const int FlagsAt = SequenceAt + 8;
    private const int IdAt = FlagsAt + 8;
    private const int IdHalf = 8;
    private const int DigestAt = IdAt + 16;
    private const int PayloadTypeAt = DigestAt + SHA256.HashSizeInBytes;
    private const int LengthAt = PayloadTypeAt + 4;
    private const int Header = LengthAt + 4;
    private static readonly SearchValues<byte> _hexDigits = SearchValues.Create("0123456789abcdef"u8);

    public static byte[] Write(AgentMessage message)
    {
        var bytes = new byte[Header + message.Payload.Length];
        var span = bytes.AsSpan();

        // It tells where the payload's length is, not where the payload is.
        BinaryPrimitives.WriteUInt32BigEndian(span, LengthAt);
        span.Slice(TypeAt, TypeLength).Fill((byte)' ');
        Encoding.ASCII.GetBytes(message.Type, span.Slice(TypeAt, TypeLength));
        BinaryPrimitives.WriteUInt32BigEndian(span[SchemaAt..], 1);
        BinaryPrimitives.WriteUInt64BigEndian(span[CreatedAt..], message.CreatedAt);
        BinaryPrimitives.WriteInt64BigEndian(span[SequenceAt..], message.SequenceNumber);
        BinaryPrimitives.WriteUInt64BigEndian(span[FlagsAt..], message.Flags);
        WriteId(message.Id, span.Slice(IdAt, 2 * IdHalf));
        SHA256.HashData(message.Payload.Span, span.Slice(DigestAt, SHA256.HashSizeInBytes));
        BinaryPrimitives.WriteUInt32BigEndian(span[PayloadTypeAt..], (uint)message.PayloadType);
        BinaryPrimitives.WriteUInt32BigEndian(span[LengthAt..], (uint)message.Payload.Length);
        message.Payload.Span.CopyTo(span[Header..]);
        return bytes;
    }

    /// <exception cref="AgentMessageException">It is none.</exception>
    public static AgentMessage Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length is < Header or > Largest)
        {
            throw new AgentMessageException($"A message has {Header} to {Largest} bytes, and this one has {bytes.Length}.");
        }

        Expect("header's length", LengthAt, BinaryPrimitives.ReadUInt32BigEndian(bytes));
        Expect("schema", 1, BinaryPrimitives.ReadUInt32BigEndian(bytes[SchemaAt..]));
        Expect("payload's length", (uint)(bytes.Length - Header), BinaryPrimitives.ReadUInt32BigEndian(bytes[LengthAt..]));
        var payload = bytes[Header..];
        if (!payload.IsEmpty && !IsDigest(bytes.Slice(DigestAt, SHA256.HashSizeInBytes), payload))
        {
            throw new AgentMessageException("The payload is not what its digest says.");
        }

        return new AgentMessage(
            Type(bytes.Slice(TypeAt, TypeLength)),
            BinaryPrimitives.ReadInt64BigEndian(bytes[SequenceAt..]),
            BinaryPrimitives.ReadUInt64BigEndian(bytes[FlagsAt..]),
            ReadId(bytes.Slice(IdAt, 2 * IdHalf)),
            BinaryPrimitives.ReadUInt64BigEndian(bytes[CreatedAt..]),
            (PayloadType)BinaryPrimitives.ReadUInt32BigEndian(bytes[PayloadTypeAt..]),
            payload.ToArray());
    }

    private static void Expect(string what, uint expected, uint found)
    {
        if (found != expected)
        {
            throw new AgentMessageException($"The {what} is {found}; expected {expected}.");
        }
    }

    /// <summary>Clients fill it up behind or before, with blanks or zeros.</summary>
    private static string Type(ReadOnlySpan<byte> bytes) => Encoding.ASCII.GetString(bytes).Trim(' ', '\0');

    /// <summary>One well-known client (ssm-session of npm) puts hexadecimal digits there, and not even of the payload; Systems Manager takes it, and no digest looks like that by chance.</summary>
    private static bool IsDigest(ReadOnlySpan<byte> told, ReadOnlySpan<byte> payload)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(payload, digest);
        return told.SequenceEqual(digest) || !told.ContainsAnyExcept(_hexDigits);
    }

    // Its less significant half comes first.
    private static void WriteId(Guid id, Span<byte> target)
    {
        Span<byte> bytes = stackalloc byte[2 * IdHalf];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        bytes[IdHalf..].CopyTo(target);
        bytes[..IdHalf].CopyTo(target[IdHalf..]);
    }

    private static Guid ReadId(ReadOnlySpan<byte> source)
    {
        Span<byte> bytes = stackalloc byte[2 * IdHalf];
        source[IdHalf..].CopyTo(bytes);
        source[..IdHalf].CopyTo(bytes[IdHalf..]);
        return new Guid(bytes, bigEndian: true);
    }
}
