using Sluice.Packages.Images.Finding;
using Sluice.Packages.Images.Model;
using Sluice.Packages.Images.Records;

namespace Sluice.Packages.Images.Manifests;

/// <summary>Whether what a manifest names is here, as it says. Blobs that an upstream alone has become the image's own, so that they stay whatever becomes of the upstream.</summary>
internal sealed class NamedParts(ImageFinder finder, ImageStore images, TimeProvider time)
{
    /// <exception cref="ImageRefusal">Something is not.</exception>
    public async Task CheckAsync(ImageName name, Manifest manifest, CancellationToken cancellationToken)
    {
        var places = await finder.PlacesAsync(name, cancellationToken);
        var (missing, faults) = (new List<string>(), new List<string>());
        foreach (var blob in manifest.Blobs.Where(blob => !blob.IsOutside).DistinctBy(blob => (blob.Digest, blob.Size)))
        {
            Judge(blob, (await OwnAsync(name, places, blob.Digest, cancellationToken))?.Size, missing, faults);
        }

        foreach (var child in manifest.Manifests.DistinctBy(child => (child.Digest, child.Size)))
        {
            Judge(child, (await finder.ManifestAsync(places, child.Digest.ToString(), cancellationToken))?.Size, missing, faults);
        }

        if (faults.Count > 0)
        {
            throw ImageErrors.Manifest(faults);
        }

        if (missing.Count > 0)
        {
            throw ImageErrors.BlobsUnknown(missing);
        }
    }

    private static void Judge(Descriptor named, long? size, List<string> missing, List<string> faults)
    {
        if (size is null)
        {
            missing.Add(named.Digest.ToString());
        }
        else if (size != named.Size)
        {
            faults.Add($"{named.Digest} has {size} bytes, not {named.Size}");
        }
    }

    private async Task<StoredBlob?> OwnAsync(ImageName name, IReadOnlyList<ImageName> places, ImageDigest digest, CancellationToken cancellationToken)
    {
        if (await images.BlobAsync(name, digest, cancellationToken) is { } own)
        {
            return own;
        }

        if (await finder.BlobAsync(places, digest, cancellationToken) is { } found)
        {
            await images.LinkAsync(name, found, time.GetUtcNow(), cancellationToken);
            return found;
        }

        return null;
    }
}
