using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Sluice.Platform.Json;

namespace Sluice.Platform.Access.Tokens;

/// <summary>What lets package managers in: as a JSON Web Token, signed by a key of the suite's own.</summary>
/// <param name="Domain">The domain for all of whose repositories it is good.</param>
/// <param name="Expires">Until when, in seconds since 1970.</param>
internal sealed record PackageToken(string Domain, long Expires)
{
    /// <summary>The key that asked for it. What its role may do the token may do, while the key is good. Null for a build's.</summary>
    public string? AccessKeyId { get; init; }

    /// <summary>The build that it was given to, which may what builders may. Null for a key's.</summary>
    public string? Build { get; init; }

    /// <summary>As of which time its holder is given versions, in seconds since 1970; null for whatever time it is.</summary>
    public long? AsOf { get; init; }

    private static readonly string Header = Encoded("""{"alg":"HS256","typ":"JWT"}"""u8);

    public string Signed(byte[] key)
    {
        var text = $"{Header}.{Encoded(JsonSerializer.SerializeToUtf8Bytes(this, SluiceJson.Options))}";
        return $"{text}.{Encoded(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(text)))}";
    }

    /// <summary>The token; null if it is none, or another key signed it.</summary>
    public static PackageToken? Read(string text, byte[] key)
    {
        var parts = text.Split('.');
        if (parts.Length != 3 || parts[0] != Header || Decoded(parts[2]) is not { } signature || Decoded(parts[1]) is not { } payload)
        {
            return null;
        }

        var expected = HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"));
        return CryptographicOperations.FixedTimeEquals(expected, signature) ? JsonSerializer.Deserialize<PackageToken>(payload, SluiceJson.Options) : null;
    }

    private static string Encoded(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    private static byte[]? Decoded(string text)
    {
        try
        {
            return Base64Url.DecodeFromChars(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
