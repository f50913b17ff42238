using System.IO.Compression;
using System.Security.Cryptography;

namespace Sluice.BuildRunner.Artifacts;

/// <summary>Packs files so that the same files give the same bytes: entries in order, one fixed time, modes as they are.</summary>
internal static class ArtifactArchive
{
    private const int RegularFile = 0b1000_000_000_000_000;
    private const int ModeBits = 0b111_111_111;
    private const UnixFileMode DefaultMode = (UnixFileMode)0b110_100_100;
    private static readonly DateTimeOffset _time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <exception cref="ArtifactException">A file cannot be read.</exception>
    /// <returns>The zip's SHA-256 in hexadecimal and its size.</returns>
    public static async Task<(string Sha256, long Size)> WriteAsync(string target, IReadOnlyList<ArtifactFile> files, CancellationToken cancellationToken)
    {
        await using (var zip = new FileStream(target, FileMode.Create, FileAccess.ReadWrite))
        await using (var archive = new ZipArchive(zip, ZipArchiveMode.Create))
        {
            foreach (var file in files)
            {
                await AddAsync(archive, file, cancellationToken);
            }
        }

        await using var written = File.OpenRead(target);
        return (Convert.ToHexStringLower(await SHA256.HashDataAsync(written, cancellationToken)), written.Length);
    }

    private static async Task AddAsync(ZipArchive archive, ArtifactFile file, CancellationToken cancellationToken)
    {
        await using var content = await BuildFile.OpenAsync(file.FullPath, file.Path, cancellationToken);
        var entry = archive.CreateEntry(file.EntryName, CompressionLevel.Optimal);
        entry.LastWriteTime = _time;
        var mode = OperatingSystem.IsWindows() ? DefaultMode : File.GetUnixFileMode(content.SafeFileHandle);
        entry.ExternalAttributes = (RegularFile | ((int)mode & ModeBits)) << 16;
        await using var packed = await entry.OpenAsync(cancellationToken);
        await content.CopyToAsync(packed, cancellationToken);
    }
}
