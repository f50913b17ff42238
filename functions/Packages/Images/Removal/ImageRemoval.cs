using Sluice.Packages.Images.Model;
using Sluice.Packages.Images.Records;
using Sluice.Packages.Model;

namespace Sluice.Packages.Images.Removal;

/// <summary>Takes all images of a repository away, and what is being uploaded to it. A kill leaves some of it, and who repeats it finishes it.</summary>
internal sealed class ImageRemoval(ImageStore images, UploadStore uploads)
{
    public async Task RemoveAllAsync(RepositoryId repository, CancellationToken cancellationToken)
    {
        await uploads.SweepAsync(repository, DateTimeOffset.MaxValue, cancellationToken);
        await foreach (var item in images.OfRepositoryAsync(repository, cancellationToken))
        {
            await foreach (var part in images.PartsAsync(new ImageName(repository, item.Read<StoredImage>().Name), "", cancellationToken))
            {
                await images.DeleteAsync(part.Key, cancellationToken);
            }

            await images.DeleteAsync(item.Key, cancellationToken);
        }
    }
}
