using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Sluice.Packages.Model;

namespace Sluice.Packages.Contents;

/// <summary>Copies a content and says what it is.</summary>
[SuppressMessage("Security", "CA5350", Justification = "Package managers ask for it; nothing is kept safe by it.")]
[SuppressMessage("Security", "CA5351", Justification = "Package managers ask for it; nothing is kept safe by it.")]
internal static class HashingCopy
{
    private const int BufferSize = 128 * 1024;

    /// <exception cref="ContentTooLargeException">There is more than <paramref name="most"/>.</exception>
    public static async Task<StoredContent> RunAsync(Stream from, Stream to, long most, CancellationToken cancellationToken)
    {
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        using var sha1 = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var sha512 = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        IncrementalHash[] all = [md5, sha1, sha256, sha512];
        var buffer = new byte[BufferSize];
        var (size, read) = (0L, 0);
        while ((read = await from.ReadAsync(buffer, cancellationToken)) > 0)
        {
            size += read;
            if (size > most)
            {
                throw new ContentTooLargeException(most);
            }

            Array.ForEach(all, hash => hash.AppendData(buffer, 0, read));
            await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        var told = all.Select(hash => Convert.ToHexStringLower(hash.GetHashAndReset())).ToArray();
        return new StoredContent(size, new ContentHashes(told[0], told[1], told[2], told[3]));
    }
}
