using Sluice.Packages.Images.Model;
using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Images.Records;

/// <summary>Images in the table: their blobs, manifests and tags.</summary>
internal sealed class ImageStore(ITable table)
{
    private const int PageSize = 1000;

    public async Task<StoredImage?> FindAsync(ImageName name, CancellationToken cancellationToken) => (await table.FindAsync<StoredImage>(ImageKeys.Image(name), cancellationToken))?.Value;

    public async Task<StoredBlob?> BlobAsync(ImageName name, ImageDigest digest, CancellationToken cancellationToken) => (await table.FindAsync<StoredBlob>(ImageKeys.Blob(name, digest.ToString()), cancellationToken))?.Value;

    public async Task<StoredManifest?> ManifestAsync(ImageName name, string digest, CancellationToken cancellationToken) => (await table.FindAsync<StoredManifest>(ImageKeys.Manifest(name, digest), cancellationToken))?.Value;

    public async Task<ImageTag?> TagAsync(ImageName name, string tag, CancellationToken cancellationToken) => (await table.FindAsync<ImageTag>(ImageKeys.Tag(name, tag), cancellationToken))?.Value;

    /// <summary>The names of all tags and what they name, in their order.</summary>
    public async Task<IReadOnlyList<(string Name, ImageTag Tag)>> TagsAsync(ImageName name, CancellationToken cancellationToken)
    {
        var all = new List<(string, ImageTag)>();
        await foreach (var item in PartsAsync(name, ImageKeys.TagPrefix, cancellationToken))
        {
            all.Add((item.Key.Sk[ImageKeys.TagPrefix.Length..], item.Read<ImageTag>()));
        }

        return all;
    }

    /// <summary>The digests of the manifests about another one, in their order.</summary>
    public async Task<IReadOnlyList<string>> ReferrersAsync(ImageName name, ImageDigest subject, CancellationToken cancellationToken)
    {
        var (all, prefix) = (new List<string>(), ImageKeys.ReferrerPrefix(subject.ToString()));
        await foreach (var item in PartsAsync(name, prefix, cancellationToken))
        {
            all.Add(item.Key.Sk[prefix.Length..]);
        }

        return all;
    }

    /// <summary>A manifest of the image that needs what has this digest; null if none does.</summary>
    public async Task<StoredManifest?> UserOfAsync(ImageName name, string digest, CancellationToken cancellationToken)
    {
        await foreach (var item in PartsAsync(name, ImageKeys.ManifestPrefix, cancellationToken))
        {
            if (item.Read<StoredManifest>() is var manifest && manifest.Names.Contains(digest))
            {
                return manifest;
            }
        }

        return null;
    }

    /// <summary>Gives the image a blob, whose content is stored.</summary>
    /// <exception cref="ApiException">There is no such repository any more.</exception>
    public Task LinkAsync(ImageName name, StoredBlob blob, DateTimeOffset now, CancellationToken cancellationToken) => Contention.RetryAsync(
        $"The image {name}", () => GuardedWrite.TryAllAsync(table, [Made(name, now), Home(name), PutItem.Of(ImageKeys.Blob(name, blob.Digest), blob)], cancellationToken));

    /// <summary>How deletions stood when somebody looked at what is there.</summary>
    public async Task<Condition> UndeletedAsync(ImageName name, CancellationToken cancellationToken) =>
        await table.GetAsync(ImageKeys.Deletions(name), cancellationToken) is { } item ? Condition.Rev(item.Rev) : Condition.Absent;

    /// <summary>Makes all of the writes or none, if nothing was deleted since <see cref="UndeletedAsync"/>.</summary>
    /// <returns>False if something was, or someone else was faster with one of them.</returns>
    public Task<bool> TryPushAsync(ImageName name, Condition undeleted, IReadOnlyList<GuardedWrite> writes, DateTimeOffset now, CancellationToken cancellationToken) =>
        GuardedWrite.TryAllAsync(table, [Made(name, now), Home(name), new CheckItem(ImageKeys.Deletions(name), undeleted), .. writes], cancellationToken);

    /// <summary>How pushes stood when somebody looked at what is there.</summary>
    public async Task<Condition> UnpushedAsync(ImageName name, CancellationToken cancellationToken) =>
        await table.GetAsync(ImageKeys.Image(name), cancellationToken) is { } item ? Condition.Rev(item.Rev) : Condition.Absent;

    /// <summary>Makes all of the deletions or none, if nothing was pushed since <see cref="UnpushedAsync"/>.</summary>
    /// <returns>False if something was, or someone else was faster with one of them.</returns>
    public Task<bool> TryDeleteAsync(ImageName name, Condition unpushed, IReadOnlyList<GuardedWrite> writes, CancellationToken cancellationToken) =>
        GuardedWrite.TryAllAsync(table, [new UpdateItem(ImageKeys.Deletions(name), [Change.Add("deletions", 1)]), new CheckItem(ImageKeys.Image(name), unpushed), .. writes], cancellationToken);

    /// <summary>The images of a repository.</summary>
    public IAsyncEnumerable<Item> OfRepositoryAsync(RepositoryId repository, CancellationToken cancellationToken) => table.QueryAllAsync(new Query(ImageKeys.Images(repository)) { Limit = PageSize }, cancellationToken);

    /// <summary>What an image has.</summary>
    public IAsyncEnumerable<Item> PartsAsync(ImageName name, string prefix, CancellationToken cancellationToken) => table.QueryAllAsync(new Query(ImageKeys.Parts(name), prefix) { Limit = PageSize }, cancellationToken);

    public Task DeleteAsync(Key key, CancellationToken cancellationToken) => table.DeleteAsync(new DeleteItem(key), cancellationToken);

    private static UpdateItem Made(ImageName name, DateTimeOffset now) => new(ImageKeys.Image(name), [Change.SetIfAbsent("name", name.Name), Change.SetIfAbsent("createdAt", now)]);

    private static GuardedWrite Home(ImageName name) => new(new CheckItem(PackageKeys.Repository(name.Home), Condition.Exists), PackageErrors.NoRepository(name.Home));
}
