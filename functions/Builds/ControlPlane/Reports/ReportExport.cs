using System.IO.Compression;
using Sluice.BuildContract.Reports;
using Sluice.Platform.Objects;

namespace Sluice.Builds.ControlPlane.Reports;

/// <summary>
/// Copies the files that a report was made of to where its group says: packed to <c>PATH/ID.zip</c>, or each to <c>PATH/ID/FILE</c>. Repeating it writes the same objects again.
/// </summary>
public sealed class ReportExport(IObjectStore objects)
{
    // What a build hands over was written by its commands.
    private const long MostBytes = 512L * 1024 * 1024;

    /// <returns>What went wrong; null if nothing did, or nothing is exported.</returns>
    internal async Task<string?> ExportAsync(StoredReport report, IReadOnlyList<BuildReport> parts, CancellationToken cancellationToken)
    {
        IReadOnlyList<ObjectRef> raw = [.. parts.Select(part => part.RawFiles).OfType<ObjectRef>()];
        if (report.Report.ExportConfig is not { ExportConfigType: ReportExportConfigType.S3, S3Destination: { } destination } || raw.Count == 0)
        {
            return null;
        }

        try
        {
            await ExportAsync(report, destination, raw, cancellationToken);
            return null;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever the store says, a bucket that is gone or refuses us is the group's matter and not the build's.
            return e.Message;
        }
    }

    private async Task ExportAsync(StoredReport report, S3ReportExportConfig destination, IReadOnlyList<ObjectRef> raw, CancellationToken cancellationToken)
    {
        var folder = destination.Path?.Trim('/') is { Length: > 0 } path ? $"{path}/" : "";
        if (destination.Packaging != ReportPackagingType.ZIP)
        {
            await EachFileAsync(raw, (name, content) => PutAsync($"{folder}{report.ReportId}/{name}", content), cancellationToken);
            return;
        }

        using var packed = new MemoryStream();
        await using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            await EachFileAsync(raw, (name, content) => AddAsync(zip, name, content, cancellationToken), cancellationToken);
        }

        packed.Position = 0;
        await PutAsync($"{folder}{report.ReportId}.zip", packed);

        Task PutAsync(string key, Stream content) => objects.PutAsync(new ObjectRef(destination.Bucket!, key), content, cancellationToken);
    }

    /// <summary>Files of a fan-out's builds have the same names, so that they are kept apart by the builds' numbers.</summary>
    private async Task EachFileAsync(IReadOnlyList<ObjectRef> raw, Func<string, Stream, Task> take, CancellationToken cancellationToken)
    {
        var left = MostBytes;
        for (var index = 0; index < raw.Count; index++)
        {
            await using var content = await objects.OpenAsync(raw[index], cancellationToken);
            await using var zip = await ZipArchive.CreateAsync(content, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellationToken);
            foreach (var entry in zip.Entries.Where(entry => IsFile(entry.FullName)))
            {
                using var file = await ReadAsync(entry, left, cancellationToken);
                left -= file.Length;
                await take(raw.Count == 1 ? entry.FullName : $"{index + 1}/{entry.FullName}", file);
            }
        }
    }

    private static bool IsFile(string name) => name.Length > 0 && name[^1] != '/' && name[0] != '/' && !name.Split('/', '\\').Any(part => part is ".." or ".");

    private static async Task<MemoryStream> ReadAsync(ZipArchiveEntry entry, long most, CancellationToken cancellationToken)
    {
        await using var packed = await entry.OpenAsync(cancellationToken);
        var file = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await packed.ReadAsync(buffer, cancellationToken)) > 0)
        {
            file.Write(buffer, 0, read);
            if (file.Length > most)
            {
                throw new InvalidDataException($"its files are more than {MostBytes / 1024 / 1024} MB");
            }
        }

        file.Position = 0;
        return file;
    }

    private static async Task AddAsync(ZipArchive zip, string name, Stream content, CancellationToken cancellationToken)
    {
        await using var entry = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellationToken);
        await content.CopyToAsync(entry, cancellationToken);
    }
}
