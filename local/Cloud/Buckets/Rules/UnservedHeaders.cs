using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Rules;

/// <summary>Headers that ask for what this machine has not: to leave one out of account would keep an object otherwise than was asked.</summary>
internal static class UnservedHeaders
{
    private static readonly string[] Beginnings =
    [
        "x-amz-server-side-encryption-", "x-amz-copy-source-server-side-encryption-", "x-amz-object-lock-", "x-amz-grant-", "x-amz-write-offset-", "x-amz-mfa", "x-amz-bucket-namespace", "x-amz-rename-",
    ];

    /// <exception cref="ApiException"><c>NotImplemented</c>, <c>AccessControlListNotSupported</c>.</exception>
    public static void Check(ApiRequest request)
    {
        var name = request.Headers.Select(header => header.Key.ToLowerInvariant())
            .FirstOrDefault(name => Array.Exists(Beginnings, beginning => name.StartsWith(beginning, StringComparison.Ordinal)));
        if (name is not null)
        {
            throw S3Errors.NotImplemented($"A header you provided implies functionality that is not implemented: {name}");
        }

        Check(request, "x-amz-server-side-encryption", "AES256");
        Check(request, "x-amz-bucket-object-lock-enabled", "false");
        if (request.Header("x-amz-acl") is { } acl and not ("private" or "bucket-owner-full-control" or "bucket-owner-read"))
        {
            throw new ApiException("AccessControlListNotSupported", $"The bucket does not allow ACLs: '{acl}'. Buckets here are those of their owner alone (BucketOwnerEnforced).");
        }
    }

    private static void Check(ApiRequest request, string name, string served)
    {
        if (request.Header(name) is { } value && !value.Equals(served, StringComparison.OrdinalIgnoreCase))
        {
            throw S3Errors.NotImplemented($"{name}: {value}");
        }
    }
}
