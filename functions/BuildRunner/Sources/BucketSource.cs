using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;
using Sluice.BuildRunner.Buckets;
using Sluice.BuildRunner.Buildspecs;
using Sluice.Platform.Archives;
using Sluice.Platform.Objects;

namespace Sluice.BuildRunner.Sources;

/// <summary>A source in a user's bucket: a zip, or all objects below a key that ends with a slash.</summary>
internal sealed class BucketSource(IUserBuckets buckets)
{
    /// <returns>The zip's version; null if the bucket keeps none, and of a folder.</returns>
    /// <exception cref="SourceException">It is not there, cannot be read or must not be unpacked.</exception>
    public async Task<string?> FetchAsync(JobSource source, string folder, CancellationToken cancellationToken)
    {
        var place = source.Object!;
        try
        {
            if (place.Key.EndsWith('/') || place.Key.Length == 0)
            {
                await FetchFolderAsync(place, folder, cancellationToken);
                return null;
            }

            await using var zip = await buckets.OpenAsync(place, source.Version, cancellationToken);
            await new ArchiveSource().UnpackAsync(zip.Content, folder, place.ToString(), cancellationToken);
            return zip.VersionId;
        }
        catch (ObjectNotFoundException)
        {
            throw Failed(source.Version is { Length: > 0 } version ? $"There is no version '{version}' of {place}." : $"There is no object {place}.");
        }
        catch (BucketException e)
        {
            throw Failed($"The source could not be read: {e.Message}");
        }
    }

    private async Task FetchFolderAsync(ObjectRef place, string folder, CancellationToken cancellationToken)
    {
        var keys = (await buckets.ListAsync(place.Bucket, place.Key, cancellationToken)).Select(one => one.Key).Where(key => !key.EndsWith('/')).ToList();
        var names = keys.Select(key => key[place.Key.Length..]).ToList();
        if (names.Count == 0)
        {
            throw Failed($"There is nothing below {place}.");
        }

        if (names.Select(name => EntryPath.FaultOf(name) is { } fault ? $"'{name}': {fault}" : null).FirstOrDefault(fault => fault is not null) is { } bad)
        {
            throw Failed($"The source below {place} is refused because of its object {bad}.");
        }

        if (EntryPath.FirstClash(names) is { } clash)
        {
            throw Failed($"The source below {place} is refused: '{clash}' differs from another key only in case, or is a file where another key needs a folder.");
        }

        foreach (var (key, name) in keys.Zip(names))
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var content = await buckets.OpenAsync(place with { Key = key }, null, cancellationToken);
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            await content.Content.CopyToAsync(file, cancellationToken);
        }
    }

    private static SourceException Failed(string message) => new(PhaseFault.SourceError, message);
}
