using System.Security.Cryptography;
using System.Text;

namespace Sluice.Builds.Model;

/// <summary>UUIDs that are made of what they name, so that however often it is made, it is one.</summary>
internal static class DerivedUuid
{
    /// <summary>RFC 9562: version 8 (made by the application's own rule), variant 10.</summary>
    /// <param name="kind">What is named, so that two kinds made of the same parts are two.</param>
    /// <param name="parts">What it is made of.</param>
    public static string Of(string kind, params IReadOnlyList<string> parts)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [kind, .. parts]))).AsSpan(0, 16);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true).ToString("D");
    }
}
