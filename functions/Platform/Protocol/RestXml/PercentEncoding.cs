using System.Globalization;
using System.Text;

namespace Sluice.Platform.Protocol.RestXml;

/// <summary>The bytes that a percent-encoded text stands for, whether they are text or not.</summary>
internal static class PercentEncoding
{
    /// <exception cref="FormatException">A percent sign is followed by no two hexadecimal digits.</exception>
    public static byte[] Decode(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var (from, to) = (0, 0);
        while (from < bytes.Length)
        {
            var isEscape = bytes[from] == '%';
            bytes[to++] = isEscape ? Octet(bytes.AsSpan(from + 1)) : bytes[from];
            from += isEscape ? 3 : 1;
        }

        return bytes[..to];
    }

    private static byte Octet(ReadOnlySpan<byte> digits) =>
        digits.Length >= 2 && byte.TryParse(digits[..2], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var octet)
            ? octet
            : throw new FormatException("A percent sign is followed by no two hexadecimal digits.");
}
