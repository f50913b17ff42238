using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Rules;

/// <summary>S3's errors in its words, with what was given.</summary>
internal static class S3Errors
{
    public static ApiException NoSuchBucket(string bucket) => new("NoSuchBucket", $"The specified bucket does not exist: {bucket}");

    public static ApiException NoSuchKey(string key) => new("NoSuchKey", $"The specified key does not exist: {key}");

    public static ApiException NoSuchVersion(string key, string version) => new("NoSuchVersion", $"The specified version does not exist: '{version}' of {key}");

    public static ApiException NoSuchUpload(string upload) =>
        new("NoSuchUpload", $"The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed: {upload}");

    public static ApiException PreconditionFailed(string condition) => new("PreconditionFailed", $"At least one of the pre-conditions you specified did not hold: {condition}");

    public static ApiException NotModified() => new("NotModified", "Not Modified");

    public static ApiException InvalidArgument(string message) => new("InvalidArgument", message);

    public static ApiException InvalidRequest(string message) => new("InvalidRequest", message);

    public static ApiException NotImplemented(string what) => new("NotImplemented", $"{what} is not served on this machine.");

    public static ApiException MalformedXml(string what) => new("MalformedXML", $"The XML you provided was not well-formed or did not validate against our published schema: {what}.");

    public static ApiException BadDigest(string name) => new("BadDigest", $"The {name} you specified did not match what we received.");

    /// <summary>Others were faster too often.</summary>
    public static ApiException OperationAborted() => new("OperationAborted", "A conflicting conditional operation is currently in progress against this resource. Try again.");
}
