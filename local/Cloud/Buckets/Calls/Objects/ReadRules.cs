using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Objects;

/// <summary>What can be read.</summary>
internal static class ReadRules
{
    /// <exception cref="ApiException"><c>NoSuchKey</c> where a marker hides the object, <c>MethodNotAllowed</c> where the marker itself is asked for.</exception>
    public static void Check(ObjectVersion version, string? versionId, string key)
    {
        if (version.IsDeleteMarker)
        {
            throw new DeleteMarkerException(version, versionId is null ? S3Errors.NoSuchKey(key) : new ApiException("MethodNotAllowed", "The specified method is not allowed against this resource: it is a delete marker."));
        }
    }

    /// <exception cref="ApiException"><c>InvalidPartNumber</c>, <c>NotImplemented</c>.</exception>
    public static void CheckPart(int? number, ObjectVersion version)
    {
        if (number is { } part && (part != 1 || version.Parts > 1))
        {
            throw version.Parts is null or 1 ? new ApiException("InvalidPartNumber", $"The requested partnumber is not satisfiable: {part}") : S3Errors.NotImplemented("partNumber of an object that was uploaded in parts");
        }
    }
}
