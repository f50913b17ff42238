namespace Sluice.BuildRunner.Buckets;

/// <summary>S3 does not do what was asked of it; why, in its own words.</summary>
internal sealed class BucketException(string message, Exception cause) : Exception(message, cause);
