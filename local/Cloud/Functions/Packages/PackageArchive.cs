using System.IO.Compression;
using Sluice.Platform.Archives;

namespace Sluice.Local.Cloud.Functions.Packages;

/// <summary>Unpacks a function's zip. Nothing in it is believed: all names are judged before the first byte is written, and bytes are counted as they come.</summary>
internal static class PackageArchive
{
    /// <exception cref="InvalidPackageException">It is no zip, or one that must not be unpacked.</exception>
    public static async Task UnpackAsync(Stream zip, string folder, PackageLimits limits, CancellationToken cancellationToken)
    {
        try
        {
            using var archive = new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true);
            Judge(archive, limits);
            await WriteAsync(archive, folder, limits, cancellationToken);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidPackageException($"The package is no readable zip file: {e.Message}");
        }
    }

    private static void Judge(ZipArchive archive, PackageLimits limits)
    {
        if (ArchiveRules.FaultOf(archive, limits.Entries) is { } fault)
        {
            throw new InvalidPackageException($"The package {fault}");
        }
    }

    private static async Task WriteAsync(ZipArchive archive, string folder, PackageLimits limits, CancellationToken cancellationToken)
    {
        var left = limits.UnzippedBytes;
        foreach (var entry in archive.Entries)
        {
            var path = Path.Combine(folder, entry.FullName);
            if (entry.FullName[^1] == '/')
            {
                Directory.CreateDirectory(path);
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            left -= await WriteFileAsync(entry, path, left, limits, cancellationToken);
        }
    }

    private static async Task<long> WriteFileAsync(ZipArchiveEntry entry, string path, long left, PackageLimits limits, CancellationToken cancellationToken)
    {
        await using var source = await entry.OpenAsync(cancellationToken);
        await using var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        var buffer = new byte[81920];
        long written = 0;
        for (var read = await source.ReadAsync(buffer, cancellationToken); read > 0; read = await source.ReadAsync(buffer, cancellationToken))
        {
            written += read;
            if (written > left)
            {
                throw new InvalidPackageException($"Unzipped size must be smaller than {limits.UnzippedBytes} bytes");
            }

            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(target.SafeFileHandle, EntryMode.FileMode(entry));
        }

        // A folder that is there is whole, also after a loss of power.
        target.Flush(flushToDisk: true);
        return written;
    }
}
