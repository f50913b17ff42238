using System.Security.Cryptography;

namespace Sluice.Signing;

/// <summary>Signature Version 4's only algorithm.</summary>
public static class SigningAlgorithm
{
    /// <summary>As requests name it.</summary>
    public const string Name = "AWS4-HMAC-SHA256";

    /// <summary>The hash of a body, in hexadecimal digits.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
