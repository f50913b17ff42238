namespace Sluice.Packages.Images.Manifests;

/// <summary>The media types of manifests.</summary>
internal static class ManifestTypes
{
    public const string Index = "application/vnd.oci.image.index.v1+json";
    private const string Image = "application/vnd.oci.image.manifest.v1+json";
    private const string DockerImage = "application/vnd.docker.distribution.manifest.v2+json";
    private const string DockerList = "application/vnd.docker.distribution.manifest.list.v2+json";

    public static string Expected => $"{Image}, {Index}, {DockerImage} or {DockerList} is expected";

    public static bool IsKnown(string? type) => type is Image or DockerImage || IsIndex(type);

    /// <summary>Whether it names manifests, not blobs.</summary>
    public static bool IsIndex(string? type) => type is Index or DockerList;
}
