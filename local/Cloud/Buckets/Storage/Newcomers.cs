using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Platform.Objects;

namespace Sluice.Local.Cloud.Buckets.Storage;

/// <summary>
/// Objects that another process, such as a build, has put into the files beside this one, or that were there before their bucket was created. They are taken up when they are asked for: from then on they are as if they had been put here.
/// </summary>
internal sealed class Newcomers(IObjectStore files, BucketStore buckets, ObjectWriter writer)
{
    public async Task TakeUpAsync(string bucket, string key, CancellationToken cancellationToken)
    {
        var place = new ObjectRef(bucket, key);
        if (!await files.ExistsAsync(place, cancellationToken) || await buckets.FindAsync(bucket, cancellationToken) is null)
        {
            return;
        }

        try
        {
            await using var content = await files.OpenAsync(place, cancellationToken);
            await writer.PutAsync(bucket, key, content, new ObjectHeaders(), cancellationToken);
            await files.DeleteAsync(place, cancellationToken);
        }
        catch (ObjectNotFoundException)
        {
            // Somebody else has taken it up.
        }
    }
}
