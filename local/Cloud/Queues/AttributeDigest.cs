using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Sluice.Local.Cloud.Delivering;

namespace Sluice.Local.Cloud.Queues;

/// <summary>The digests by which clients see that what SQS took is what they sent. They are MD5 because SQS's are.</summary>
internal static class AttributeDigest
{
#pragma warning disable CA5351 // They protect nothing.
    public static string Of(string body) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(body)));

    /// <summary>Of a message's attributes; null if it has none.</summary>
    public static string? Of(IReadOnlyDictionary<string, MessageAttribute> attributes)
    {
        if (attributes.Count == 0)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        foreach (var (name, attribute) in attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Add(bytes, Encoding.UTF8.GetBytes(name));
            Add(bytes, Encoding.UTF8.GetBytes(attribute.DataType));
            bytes.WriteByte((byte)(attribute.BinaryValue is null ? 1 : 2));
            Add(bytes, attribute.BinaryValue is { } binary ? Convert.FromBase64String(binary) : Encoding.UTF8.GetBytes(attribute.StringValue ?? ""));
        }

        return Convert.ToHexStringLower(MD5.HashData(bytes.ToArray()));
    }
#pragma warning restore CA5351

    private static void Add(MemoryStream bytes, byte[] part)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        bytes.Write(length);
        bytes.Write(part);
    }
}
