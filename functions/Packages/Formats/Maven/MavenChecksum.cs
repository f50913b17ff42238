using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Sluice.Packages.Model;

namespace Sluice.Packages.Formats.Maven;

/// <summary>Checksums as they stand beside files, in a file each.</summary>
[SuppressMessage("Security", "CA5350", Justification = "Package managers ask for it; nothing is kept safe by it.")]
[SuppressMessage("Security", "CA5351", Justification = "Package managers ask for it; nothing is kept safe by it.")]
internal static class MavenChecksum
{
    /// <summary>How many bytes such a file may have.</summary>
    public const int MostBytes = 1024;

    /// <summary>One of those that are kept.</summary>
    public static string Of(ContentHashes hashes, string name) => name switch
    {
        "md5" => hashes.Md5,
        "sha1" => hashes.Sha1,
        "sha256" => hashes.Sha256,
        _ => hashes.Sha512,
    };

    /// <summary>One of a document that is made when it is asked for.</summary>
    public static string Of(byte[] content, string name) => Convert.ToHexStringLower(name switch
    {
        "md5" => MD5.HashData(content),
        "sha1" => SHA1.HashData(content),
        "sha256" => SHA256.HashData(content),
        _ => SHA512.HashData(content),
    });

    /// <summary>What such a file says, which may name the file beside it; null if it is none.</summary>
    public static string? Read(ReadOnlySpan<byte> content, string name)
    {
        if (content.Length > MostBytes)
        {
            return null;
        }

        var digest = Encoding.UTF8.GetString(content).Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault()?.ToLowerInvariant();
        return digest?.Length == Digits(name) && digest.All(char.IsAsciiHexDigit) ? digest : null;
    }

    private static int Digits(string name) => name switch
    {
        "md5" => 32,
        "sha1" => 40,
        "sha256" => 64,
        _ => 128,
    };
}
