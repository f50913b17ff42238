using System.Security.Cryptography;
using System.Text;

namespace Sluice.Platform.GitHosts;

/// <summary>Whether a delivery is of who knows a secret; in a time that does not tell how much of a guess was right.</summary>
public static class HostSignatures
{
    private const string Prefix = "sha256=";

    /// <summary>Whether a body is signed with the secret: <c>sha256=</c> and its HMAC in hexadecimal digits.</summary>
    public static bool IsSignature(string signature, ReadOnlyMemory<byte> body, string secret) => signature.StartsWith(Prefix, StringComparison.Ordinal)
        && IsSame(signature[Prefix.Length..].ToLowerInvariant(), Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body.Span)));

    /// <summary>Whether two texts are the same. What is compared is of the same length, so that the length tells nothing either.</summary>
    public static bool IsSame(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(expected)));
}
