using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Sluice.Pipelines.Sources.Packs;

/// <summary>Git's own hash, by which it names objects.</summary>
[SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "It is git's, and names objects; nothing is trusted for it.")]
internal static class GitHash
{
    public static byte[] Of(ReadOnlySpan<byte> content) => SHA1.HashData(content);

    /// <summary>The id of an object: the hash of its kind, its length and itself.</summary>
    public static string IdOf(PackObjectKind kind, ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        hash.AppendData(Encoding.ASCII.GetBytes($"{Name(kind)} {content.Length}\0"));
        hash.AppendData(content);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Name(PackObjectKind kind) => kind switch
    {
        PackObjectKind.Commit => "commit",
        PackObjectKind.Tree => "tree",
        PackObjectKind.Tag => "tag",
        _ => "blob",
    };
}
