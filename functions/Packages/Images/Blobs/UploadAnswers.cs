using Sluice.Packages.Images.Model;

namespace Sluice.Packages.Images.Blobs;

/// <summary>Where an upload stands, and what became of one.</summary>
internal static class UploadAnswers
{
    public static ApiResponse Of(int status, ImageName name, string id, long size) => ImageAnswers.Empty(status, Headers(name, id, size));

    public static (string Name, string Value)[] Headers(ImageName name, string id, long size) =>
        [("Location", ImageAnswers.Address(name, $"blobs/uploads/{id}")), ("Range", ChunkRange.Told(size)), ("Docker-Upload-UUID", id)];

    public static ApiResponse Taken(ImageName name, ImageDigest digest) =>
        ImageAnswers.Empty(201, ("Location", ImageAnswers.Address(name, $"blobs/{digest}")), (ImageAnswers.DigestHeader, digest.ToString()));
}
