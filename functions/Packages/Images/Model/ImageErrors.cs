namespace Sluice.Packages.Images.Model;

/// <summary>The errors of the distribution specification.</summary>
internal static class ImageErrors
{
    public const string UnauthorizedCode = "UNAUTHORIZED";
    public const string DeniedCode = "DENIED";
    public const string NameUnknownCode = "NAME_UNKNOWN";
    public const string UnsupportedCode = "UNSUPPORTED";
    public const string SizeCode = "SIZE_INVALID";

    public static ImageRefusal NoName() => new(400, "NAME_INVALID", $"The name is none of an image: {ImageName.Expected}.");

    public static ImageRefusal NoImage(ImageName name) => new(404, NameUnknownCode, $"There is no image '{name.Name}' in the repository {name.Home} and its upstreams.");

    public static ImageRefusal NoDigest(string text) => new(400, "DIGEST_INVALID", $"'{Shown(text)}' is no digest: {ImageDigest.Expected}.");

    public static ImageRefusal OtherDigest(ImageDigest expected, Sluice.Packages.Model.ContentHashes found) => new(400, "DIGEST_INVALID", $"The content has sha256:{found.Sha256}, not {expected}. Was it changed on its way?");

    public static ImageRefusal NoBlob(ImageName name, string digest) => new(404, "BLOB_UNKNOWN", $"There is no blob {Shown(digest)} of the image {name}.");

    public static ImageRefusal NoManifest(ImageName name, string reference) => new(404, "MANIFEST_UNKNOWN", $"There is no manifest '{Shown(reference)}' of the image {name}.");

    public static ImageRefusal NoTag(string text) => new(400, "MANIFEST_INVALID", $"'{Shown(text)}' is neither a digest nor a tag: {ImageTags.Expected}.");

    public static ImageRefusal Manifest(IReadOnlyList<string> faults) => new(400, "MANIFEST_INVALID", $"The manifest is refused. {string.Join(". ", faults)}.") { Detail = faults };

    public static ImageRefusal BlobsUnknown(IReadOnlyList<string> digests) =>
        new(400, "MANIFEST_BLOB_UNKNOWN", $"The manifest names what is not here: {string.Join(", ", digests)}. Push it before the manifest.") { Detail = digests };

    public static ImageRefusal NoUpload(string id) => new(404, "BLOB_UPLOAD_UNKNOWN", $"There is no upload '{Shown(id)}': it has ended, or nothing came for a day. Begin another one.");

    public static ImageRefusal Upload(string message) => new(400, "BLOB_UPLOAD_INVALID", message);

    public static ImageRefusal Size(int status, string message) => new(status, SizeCode, message);

    public static ImageRefusal Used(string message) => new(409, DeniedCode, message);

    private static string Shown(string text) => text.Length <= 200 ? text : text[..200] + "…";
}
