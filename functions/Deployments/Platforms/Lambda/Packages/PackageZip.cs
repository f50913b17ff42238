using System.IO.Compression;
using Sluice.Platform.Artifacts;
using Sluice.Platform.Documents;
using Sluice.Platform.Objects;

namespace Sluice.Deployments.Platforms.Lambda.Packages;

/// <summary>An artifact's zip: its list of files and, within bounds, one of them. Nothing is unpacked to a disk.</summary>
internal sealed class PackageZip : IDisposable
{
    private const int MostEntries = 100_000;
    private const int UnixHost = 16;

    private readonly Stream _stream;
    private readonly ZipArchive _zip;

    private PackageZip(Stream stream, ZipArchive zip)
    {
        (_stream, _zip) = (stream, zip);
        Entries = [.. zip.Entries.Where(entry => !entry.FullName.EndsWith('/')).Select(entry => new PackageEntry(entry.FullName, entry.ExternalAttributes >>> UnixHost))];
    }

    public IReadOnlyList<PackageEntry> Entries { get; }

    /// <exception cref="InvalidDocumentException">It is no zip.</exception>
    public static async Task<PackageZip> OpenAsync(IObjectStore objects, ArtifactZip artifact, string name, CancellationToken cancellationToken)
    {
        var stream = await objects.OpenAsync(artifact.Location, cancellationToken);
        try
        {
            var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            return zip.Entries.Count <= MostEntries ? new PackageZip(stream, zip) : throw Refused(name, $"it has more than {MostEntries} files");
        }
        catch (InvalidDataException e)
        {
            await stream.DisposeAsync();
            throw Refused(name, $"it is no zip that can be read ({e.Message})");
        }
    }

    /// <summary>A file's content, of which one byte more than the largest allowed document is read, so that its reader can refuse it.</summary>
    public async Task<byte[]> ReadAsync(string name, CancellationToken cancellationToken)
    {
        await using var content = await _zip.GetEntry(name)!.OpenAsync(cancellationToken);
        var buffer = new byte[DocumentLimits.Bytes + 1];
        var length = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return buffer[..length];
    }

    public void Dispose()
    {
        _zip.Dispose();
        _stream.Dispose();
    }

    private static InvalidDocumentException Refused(string name, string why) => new([new Fault(name, 0, "", why)]);
}
