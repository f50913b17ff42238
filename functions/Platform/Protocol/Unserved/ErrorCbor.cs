using System.Buffers.Binary;
using System.Text;

namespace Sluice.Platform.Protocol.Unserved;

/// <summary>An error in CBOR: a map of two texts, which is not worth a library.</summary>
internal static class ErrorCbor
{
    private const byte MapOfTwo = 0xA2;
    private const byte TextWithLengthOf32Bits = 0x7A;

    public static byte[] Of(string code, string message) => [MapOfTwo, .. Text("__type"), .. Text(code), .. Text("message"), .. Text(message)];

    private static byte[] Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var length = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(length, (uint)bytes.Length);
        return [TextWithLengthOf32Bits, .. length, .. bytes];
    }
}
