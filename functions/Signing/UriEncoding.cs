using System.Buffers;
using System.Text;

namespace Sluice.Signing;

/// <summary>Percent-encoding as SigV4 has it: everything but A-Z, a-z, 0-9, hyphen, underscore, period and tilde, in upper case.</summary>
internal static class UriEncoding
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~");
    private static readonly SearchValues<char> PlainOrSlash = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~/");

    public static string Encode(string text, bool keepSlash)
    {
        var plain = keepSlash ? PlainOrSlash : Plain;
        return text.AsSpan().ContainsAnyExcept(plain) ? EncodeAll(text, plain) : text;
    }

    private static string EncodeAll(string text, SearchValues<char> plain)
    {
        var encoded = new StringBuilder(text.Length * 2);
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            _ = plain.Contains((char)octet) ? encoded.Append((char)octet) : encoded.Append('%').Append(octet.ToString("X2"));
        }

        return encoded.ToString();
    }
}
