using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Sluice.BuildRunner.Artifacts;

/// <summary>Packs files so that the same files give the same bytes: entries in order, one fixed time, modes as they are.</summary>
internal static class ArtifactArchive
{
    private const int RegularFile = 0b1000_000_000_000_000;
    private const int Link = 0b1010_000_000_000_000;
    private const int ModeBits = 0b111_111_111;
    private const UnixFileMode DefaultMode = (UnixFileMode)0b110_100_100;
    private static readonly DateTimeOffset _time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <exception cref="ArtifactException">A file cannot be read.</exception>
    public static async Task<PackedArtifact> WriteAsync(string target, IReadOnlyList<ArtifactFile> files, CancellationToken cancellationToken)
    {
        await using (var zip = new FileStream(target, FileMode.Create, FileAccess.ReadWrite))
        await using (var archive = new ZipArchive(zip, ZipArchiveMode.Create))
        {
            foreach (var file in files)
            {
                await AddAsync(archive, file, cancellationToken);
            }
        }

        return await DigestAsync(target, cancellationToken);
    }

    [SuppressMessage("Security", "CA5351", Justification = "CodeBuild tells it; nothing is kept safe by it.")]
    private static async Task<PackedArtifact> DigestAsync(string zip, CancellationToken cancellationToken)
    {
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        await using var written = File.OpenRead(zip);
        var buffer = new byte[1 << 17];
        for (var read = await written.ReadAsync(buffer, cancellationToken); read > 0; read = await written.ReadAsync(buffer, cancellationToken))
        {
            sha256.AppendData(buffer, 0, read);
            md5.AppendData(buffer, 0, read);
        }

        return new PackedArtifact(zip, Convert.ToHexStringLower(sha256.GetHashAndReset()), Convert.ToHexStringLower(md5.GetHashAndReset()), written.Length);
    }

    private static async Task AddAsync(ZipArchive archive, ArtifactFile file, CancellationToken cancellationToken)
    {
        if (file.LinkTarget is { } target)
        {
            await AddLinkAsync(archive, file, target, cancellationToken);
            return;
        }

        await using var content = await BuildFile.OpenAsync(file.FullPath, file.Path, cancellationToken);
        var entry = archive.CreateEntry(file.EntryName, CompressionLevel.Optimal);
        entry.LastWriteTime = _time;
        var mode = OperatingSystem.IsWindows() ? DefaultMode : File.GetUnixFileMode(content.SafeFileHandle);
        entry.ExternalAttributes = (RegularFile | ((int)mode & ModeBits)) << 16;
        await using var packed = await entry.OpenAsync(cancellationToken);
        await content.CopyToAsync(packed, cancellationToken);
    }

    private static async Task AddLinkAsync(ZipArchive archive, ArtifactFile link, string target, CancellationToken cancellationToken)
    {
        var entry = archive.CreateEntry(link.EntryName, CompressionLevel.NoCompression);
        entry.LastWriteTime = _time;
        entry.ExternalAttributes = (Link | ModeBits) << 16;
        await using var packed = await entry.OpenAsync(cancellationToken);
        await packed.WriteAsync(Encoding.UTF8.GetBytes(target), cancellationToken);
    }
}
