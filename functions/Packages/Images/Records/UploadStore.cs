using Sluice.Packages.Images.Model;
using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Platform.Objects;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Images.Records;

/// <summary>Uploads that go on: each chunk is an object of its own until the whole is known, so that whoever answers the next request has them.</summary>
internal sealed class UploadStore(ITable table, IObjectStore objects, SuiteBucket bucket)
{
    private const int PageSize = 1000;

    public Task<Versioned<StoredUpload>?> FindAsync(RepositoryId repository, string id, CancellationToken cancellationToken) => table.FindAsync<StoredUpload>(ImageKeys.Upload(repository, id), cancellationToken);

    /// <exception cref="ApiException">There is no such repository.</exception>
    public Task BeginAsync(ImageName name, string id, DateTimeOffset now, CancellationToken cancellationToken) => GuardedWrite.TryAllAsync(
        table,
        [PutItem.Of(ImageKeys.Upload(name.Home, id), new StoredUpload(name.Name, 0, now), Condition.Absent), new(new CheckItem(PackageKeys.Repository(name.Home), Condition.Exists), PackageErrors.NoRepository(name.Home))],
        cancellationToken);

    /// <summary>Stores a chunk's bytes, which belong to no upload yet.</summary>
    public Task StoreAsync(ImageName name, string key, Stream content, CancellationToken cancellationToken) => objects.PutAsync(Place(name.Home, key), content, cancellationToken);

    /// <summary>Takes back a chunk that belongs to no upload.</summary>
    public Task DropAsync(ImageName name, string key) => objects.DeleteAsync(Place(name.Home, key), CancellationToken.None);

    /// <summary>Makes a stored chunk the next one of its upload.</summary>
    /// <returns>False if the upload has gone on meanwhile, or is gone.</returns>
    public Task<bool> TryAppendAsync(ImageName name, string id, Versioned<StoredUpload> upload, UploadPart part, DateTimeOffset now, CancellationToken cancellationToken) => GuardedWrite.TryAllAsync(
        table,
        [
            PutItem.Of(ImageKeys.Upload(name.Home, id), upload.Value with { Size = upload.Value.Size + part.Size, ChangedAt = now }, Condition.Rev(upload.Rev)),
            PutItem.Of(ImageKeys.Chunk(name.Home, id, upload.Value.Size), part),
        ],
        cancellationToken);

    /// <summary>The chunks in their order.</summary>
    public async Task<IReadOnlyList<UploadPart>> PartsAsync(RepositoryId repository, string id, CancellationToken cancellationToken)
    {
        var all = new List<UploadPart>();
        await foreach (var item in table.QueryAllAsync(new Query(ImageKeys.Chunks(repository, id)) { Limit = PageSize }, cancellationToken))
        {
            all.Add(item.Read<UploadPart>());
        }

        return all;
    }

    /// <summary>Opens a chunk.</summary>
    /// <exception cref="ObjectNotFoundException">The upload has ended.</exception>
    public Task<Stream> OpenAsync(RepositoryId repository, UploadPart part, CancellationToken cancellationToken) => objects.OpenAsync(Place(repository, part.Key), cancellationToken);

    /// <summary>Ends an upload: its chunks, then itself, so that who repeats it finishes what a kill left.</summary>
    public async Task EndAsync(RepositoryId repository, string id, CancellationToken cancellationToken)
    {
        await foreach (var item in table.QueryAllAsync(new Query(ImageKeys.Chunks(repository, id)) { Limit = PageSize }, cancellationToken))
        {
            await objects.DeleteAsync(Place(repository, item.Read<UploadPart>().Key), cancellationToken);
            await table.DeleteAsync(new DeleteItem(item.Key), cancellationToken);
        }

        await table.DeleteAsync(new DeleteItem(ImageKeys.Upload(repository, id)), cancellationToken);
    }

    /// <summary>Ends the uploads of a repository to which nothing came since a moment.</summary>
    public async Task SweepAsync(RepositoryId repository, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await foreach (var item in table.QueryAllAsync(new Query(ImageKeys.Uploads(repository)) { Limit = PageSize }, cancellationToken))
        {
            if (item.Read<StoredUpload>().ChangedAt < since)
            {
                await EndAsync(repository, item.Key.Sk, cancellationToken);
            }
        }
    }

    private ObjectRef Place(RepositoryId repository, string key) => new(bucket.Name, $"packages/{repository.Domain}/uploads/{key}");
}
