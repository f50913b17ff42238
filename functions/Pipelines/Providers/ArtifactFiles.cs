using System.IO.Compression;
using Sluice.Platform.Archives;

namespace Sluice.Pipelines.Providers;

/// <summary>An artifact's zip, whose names have all been judged: what it holds, and one file after the other of it. Nothing is unpacked to a disk.</summary>
internal sealed class ArtifactFiles : IAsyncDisposable
{
    /// <summary>What a zip may unpack to, whatever it says of itself.</summary>
    private const long MostUnpacked = 8L << 30;

    private readonly Stream _content;
    private readonly ZipArchive _zip;
    private readonly string _name;

    private ArtifactFiles(Stream content, ZipArchive zip, string name)
    {
        (_content, _zip, _name) = (content, zip, name);
        Paths = [.. zip.Entries.Select(entry => entry.FullName).Where(path => path[^1] != '/')];
    }

    /// <summary>Its files, in their order; no folders.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>The whole zip as it is, from its beginning.</summary>
    public Stream Zip
    {
        get
        {
            _content.Position = 0;
            return _content;
        }
    }

    /// <param name="content">Can seek; it is disposed with this, and at once if it is refused.</param>
    /// <param name="name">The artifact's, for messages.</param>
    /// <param name="mostEntries">How many files it may have.</param>
    /// <exception cref="ArtifactException">It is no zip, or one that must not be unpacked.</exception>
    public static ArtifactFiles Open(Stream content, string name, int mostEntries)
    {
        try
        {
            var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return ArchiveRules.FaultOf(zip, mostEntries) is { } fault ? throw new ArtifactException($"The artifact '{name}' {fault}") : new ArtifactFiles(content, zip, name);
        }
        catch (Exception e) when (e is InvalidDataException or ArtifactException)
        {
            content.Dispose();
            throw e as ArtifactException ?? new ArtifactException($"The artifact '{name}' is no zip that can be read ({e.Message}).");
        }
    }

    /// <summary>A file's content, to be disposed; it throws <see cref="InvalidDataException"/> where it is more than it may be.</summary>
    /// <exception cref="ArtifactException">There is no such file.</exception>
    public async Task<Stream> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var entry = _zip.GetEntry(path) ?? throw new ArtifactException($"The artifact '{_name}' has no file '{path}'.");
        return new BoundedStream(await entry.OpenAsync(cancellationToken), MostUnpacked);
    }

    /// <summary>A whole file that is not large.</summary>
    /// <exception cref="ArtifactException">There is no such file, it is damaged, or is more than <paramref name="mostBytes"/>.</exception>
    public async Task<byte[]> ReadAsync(string path, int mostBytes, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = await OpenAsync(path, cancellationToken);
            using var copy = new MemoryStream();
            var buffer = new byte[Math.Min(mostBytes + 1, 1 << 16)];
            for (var read = await file.ReadAsync(buffer, cancellationToken); read > 0 && copy.Length <= mostBytes; read = await file.ReadAsync(buffer, cancellationToken))
            {
                copy.Write(buffer, 0, read);
            }

            return copy.Length <= mostBytes ? copy.ToArray() : throw new ArtifactException($"'{path}' in the artifact '{_name}' is more than {mostBytes} bytes.");
        }
        catch (InvalidDataException e)
        {
            throw new ArtifactException($"'{path}' in the artifact '{_name}' cannot be read: {e.Message}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        _zip.Dispose();
        await _content.DisposeAsync();
    }
}
