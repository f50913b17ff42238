using Sluice.Packages.Images.Model;
using Sluice.Packages.Images.Records;
using Sluice.Packages.Resolving;

namespace Sluice.Packages.Images.Finding;

/// <summary>Finds parts of images in a repository and its upstreams: the first that has one is where it is.</summary>
internal sealed class ImageFinder(RepositoryWalk walk, ImageStore images)
{
    /// <summary>The image in the repository that was asked, then in its upstreams in their order.</summary>
    /// <exception cref="ApiException">There is no such repository.</exception>
    public async Task<IReadOnlyList<ImageName>> PlacesAsync(ImageName name, CancellationToken cancellationToken) => [.. (await walk.OrderAsync(name.Home, cancellationToken)).Select(repository => name.In(repository.Name))];

    /// <summary>Null if none of the places has it.</summary>
    public Task<StoredBlob?> BlobAsync(IReadOnlyList<ImageName> places, ImageDigest digest, CancellationToken cancellationToken) => FirstAsync(places, place => images.BlobAsync(place, digest, cancellationToken));

    /// <summary>Null if none of the places has it.</summary>
    /// <param name="places">Where to look.</param>
    /// <param name="reference">A digest or a tag.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<StoredManifest?> ManifestAsync(IReadOnlyList<ImageName> places, string reference, CancellationToken cancellationToken) => FirstAsync(places, async place =>
        ImageDigest.Read(reference) is { } digest ? await images.ManifestAsync(place, digest.ToString(), cancellationToken)
        : await images.TagAsync(place, reference, cancellationToken) is { } tag ? await images.ManifestAsync(place, tag.Digest, cancellationToken)
        : null);

    private static async Task<T?> FirstAsync<T>(IReadOnlyList<ImageName> places, Func<ImageName, Task<T?>> find)
        where T : class
    {
        foreach (var place in places)
        {
            if (await find(place) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
