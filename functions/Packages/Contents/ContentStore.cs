using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Platform.Objects;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Contents;

/// <summary>Contents of a domain, each once, by its SHA-256. What no version names is there for nothing, and harms nobody: it is stored before the version is.</summary>
public sealed class ContentStore
{
    private readonly IObjectStore _objects;
    private readonly ITable _table;
    private readonly SuiteBucket _bucket;

    internal ContentStore(IObjectStore objects, ITable table, SuiteBucket bucket) => (_objects, _table, _bucket) = (objects, table, bucket);

    /// <summary>Stores a content. It is in a temporary file until it is known what it is.</summary>
    /// <param name="domain">The domain.</param>
    /// <param name="content">Read to its end.</param>
    /// <param name="most">How many bytes it may have.</param>
    /// <param name="cancellationToken">Ends it, with nothing stored.</param>
    /// <param name="check">Throws if it is not what it should be; nothing is stored then.</param>
    /// <exception cref="ContentTooLargeException">It has more.</exception>
    public async Task<StoredContent> TakeAsync(string domain, Stream content, long most, CancellationToken cancellationToken, Action<StoredContent>? check = null)
    {
        await using var scratch = Scratch.Open();
        var stored = await HashingCopy.RunAsync(content, scratch, most, cancellationToken);
        check?.Invoke(stored);
        scratch.Position = 0;
        await KeepAsync(domain, scratch, stored, cancellationToken);
        return stored;
    }

    /// <summary>Stores a content of which it is known what it is.</summary>
    public async Task KeepAsync(string domain, Stream content, StoredContent known, CancellationToken cancellationToken)
    {
        var sha256 = known.Hashes.Sha256;
        if (!await _objects.ExistsAsync(Place(domain, sha256), cancellationToken))
        {
            await _objects.PutAsync(Place(domain, sha256), content, cancellationToken);
        }

        await GuardedWrite.TryAllAsync(_table, [PutItem.Of(PackageKeys.Content(domain, sha256), new ContentRecord(known.Size), Condition.Absent)], cancellationToken);
    }

    /// <summary>Whether it is there.</summary>
    public Task<bool> HasAsync(string domain, string sha256, CancellationToken cancellationToken) => _objects.ExistsAsync(Place(domain, sha256), cancellationToken);

    /// <summary>Opens a content; it can seek, and is the caller's to dispose.</summary>
    /// <exception cref="ObjectNotFoundException">It is not there any more.</exception>
    public Task<Stream> OpenAsync(string domain, string sha256, CancellationToken cancellationToken) => _objects.OpenAsync(Place(domain, sha256), cancellationToken);

    /// <summary>Opens a content to hand it on: it is read once, as it comes.</summary>
    /// <exception cref="ObjectNotFoundException">It is not there any more.</exception>
    public Task<Stream> StreamAsync(string domain, string sha256, CancellationToken cancellationToken) => _objects.StreamAsync(Place(domain, sha256), cancellationToken);

    /// <summary>A small content as a whole.</summary>
    public async Task<byte[]> ReadAsync(string domain, string sha256, CancellationToken cancellationToken)
    {
        await using var content = await OpenAsync(domain, sha256, cancellationToken);
        var bytes = new byte[content.Length];
        await content.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }

    /// <summary>Stores a small content.</summary>
    public async Task<StoredContent> WriteAsync(string domain, byte[] content, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream(content, writable: false);
        var known = await HashingCopy.RunAsync(stream, Stream.Null, long.MaxValue, cancellationToken);
        stream.Position = 0;
        await KeepAsync(domain, stream, known, cancellationToken);
        return known;
    }

    /// <summary>How many bytes a domain stores.</summary>
    public async Task<long> SizeAsync(string domain, CancellationToken cancellationToken)
    {
        var size = 0L;
        await foreach (var item in _table.QueryAllAsync(new Query(PackageKeys.Contents(domain)) { Limit = 1000 }, cancellationToken))
        {
            size += item.Read<ContentRecord>().Size;
        }

        return size;
    }

    /// <summary>Deletes all contents of a domain that is gone.</summary>
    public async Task DeleteAllAsync(string domain, CancellationToken cancellationToken)
    {
        await foreach (var item in _table.QueryAllAsync(new Query(PackageKeys.Contents(domain)) { Limit = 1000 }, cancellationToken))
        {
            await _objects.DeleteAsync(Place(domain, item.Key.Sk), cancellationToken);
            await _table.DeleteAsync(new DeleteItem(item.Key), cancellationToken);
        }
    }

    private ObjectRef Place(string domain, string sha256) => new(_bucket.Name, $"packages/{domain}/{sha256[..2]}/{sha256}");
}
