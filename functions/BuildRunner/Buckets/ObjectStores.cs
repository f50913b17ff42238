using Amazon.S3;
using Sluice.Platform.Objects;
using Sluice.Platform.Objects.Files;
using Sluice.Platform.Objects.S3;

namespace Sluice.BuildRunner.Buckets;

/// <summary>Opens the object store that the build machine names.</summary>
internal static class ObjectStores
{
    private const string File = "file:";

    /// <param name="location"><c>file:</c> and a folder, or <c>s3:</c> with the machine's own rights and Region.</param>
    /// <param name="temporaryFolder">For objects that are being sent or received.</param>
    public static IObjectStore Open(string location, string temporaryFolder) => location.StartsWith(File, StringComparison.Ordinal)
        ? new FileObjectStore(location[File.Length..])
        : OpenS3(temporaryFolder);

    // By itself: the SDK is not loaded where it is not needed.
    private static S3ObjectStore OpenS3(string temporaryFolder) => new(new AmazonS3Client(), temporaryFolder);
}
