using System.IO.Compression;
using Sluice.BuildContract;
using Sluice.BuildRunner.Buildspecs;
using Sluice.Platform.Archives;

namespace Sluice.BuildRunner.Sources;

/// <summary>Unpacks a source's zip. Nothing in it is believed: all names are judged before the first byte is written, and bytes are counted as they come.</summary>
internal sealed class ArchiveSource(int mostEntries = ArchiveSource.MostEntries, long mostBytes = ArchiveSource.MostBytes, FileMode mode = FileMode.CreateNew)
{
    public const int MostEntries = 500_000;
    public const long MostBytes = 32L << 30;
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <exception cref="SourceException">It is no zip, or one that must not be unpacked.</exception>
    public async Task UnpackAsync(Stream zip, string folder, string name, CancellationToken cancellationToken)
    {
        try
        {
            using var archive = new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true);
            if (ArchiveRules.FaultOf(archive, mostEntries) is { } fault)
            {
                throw Refused($"The archive {name} {fault}");
            }

            await WriteAsync(archive, folder, name, cancellationToken);
        }
        catch (InvalidDataException e)
        {
            throw Refused($"{name} is no readable zip file: {e.Message}");
        }
    }

    private async Task WriteAsync(ZipArchive archive, string folder, string name, CancellationToken cancellationToken)
    {
        var left = mostBytes;
        var buffer = new byte[81920];
        foreach (var entry in archive.Entries)
        {
            var path = Path.Combine(folder, entry.FullName);
            if (entry.FullName[^1] == '/')
            {
                Directory.CreateDirectory(path);
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var source = await entry.OpenAsync(cancellationToken);
            await using var target = new FileStream(path, mode, FileAccess.Write);
            for (var read = await source.ReadAsync(buffer, cancellationToken); read > 0; read = await source.ReadAsync(buffer, cancellationToken))
            {
                left -= read;
                await (left < 0 ? throw Refused($"The archive {name} is more than {mostBytes} bytes when it is unpacked.") : target.WriteAsync(buffer.AsMemory(0, read), cancellationToken));
            }

            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(target.SafeFileHandle, File.GetUnixFileMode(target.SafeFileHandle) | ((UnixFileMode)(ArchiveRules.ModeOf(entry) & 0x1FF) & Executable));
            }
        }
    }

    private static SourceException Refused(string message) => new(PhaseFault.SourceError, message);
}
