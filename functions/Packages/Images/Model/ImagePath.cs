namespace Sluice.Packages.Images.Model;

/// <summary>What a path of a registry of images names. A name may have any of the words that come after it.</summary>
/// <param name="Name">Which image; null if the name is none.</param>
/// <param name="Part">What of it.</param>
/// <param name="Reference">A tag, a digest or an id; empty where there is none.</param>
internal sealed record ImagePath(ImageName? Name, ImagePart Part, string Reference)
{
    /// <summary>Reads what comes after <c>/v2/</c>; null if nothing is there.</summary>
    /// <param name="path">Percent-encoded, as it was sent.</param>
    public static ImagePath? Read(string path) => path.Split('/').Select(Uri.UnescapeDataString).ToArray() switch
    {
        [.. var name, "tags", "list"] => new ImagePath(ImageName.Read(name), ImagePart.Tags, ""),
        [.. var name, "blobs", "uploads", ""] => new ImagePath(ImageName.Read(name), ImagePart.Uploads, ""),
        [.. var name, "blobs", "uploads"] => new ImagePath(ImageName.Read(name), ImagePart.Uploads, ""),
        [.. var name, "blobs", "uploads", var id] => new ImagePath(ImageName.Read(name), ImagePart.Upload, id),
        [.. var name, "manifests", { Length: > 0 } reference] => new ImagePath(ImageName.Read(name), ImagePart.Manifest, reference),
        [.. var name, "blobs", { Length: > 0 } digest] => new ImagePath(ImageName.Read(name), ImagePart.Blob, digest),
        [.. var name, "referrers", { Length: > 0 } digest] => new ImagePath(ImageName.Read(name), ImagePart.Referrers, digest),
        _ => null,
    };
}
