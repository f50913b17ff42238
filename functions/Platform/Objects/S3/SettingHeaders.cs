using Amazon.S3;
using Amazon.S3.Model;

namespace Sluice.Platform.Objects.S3;

/// <summary>An object's settings, as S3's client takes them.</summary>
internal static class SettingHeaders
{
    public static void Apply(PutObjectRequest request, ObjectSettings settings)
    {
        if (settings.ContentType is { } type)
        {
            request.ContentType = type;
        }

        if (settings.CacheControl is { } cache)
        {
            request.Headers.CacheControl = cache;
        }

        if (settings.CannedAcl is { } acl)
        {
            request.CannedACL = S3CannedACL.FindValue(acl);
        }

        if (settings.KmsKey is { } key)
        {
            request.ServerSideEncryptionMethod = ServerSideEncryptionMethod.AWSKMS;
            request.ServerSideEncryptionKeyManagementServiceKeyId = key;
        }
    }
}
