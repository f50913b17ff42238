using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Objects;

/// <summary>How long a body is, as its headers say.</summary>
internal static class SentLength
{
    private const long Most = 5L * 1024 * 1024 * 1024;

    /// <exception cref="ApiException"><c>MissingContentLength</c>, <c>EntityTooLarge</c>.</exception>
    public static void Check(long? decoded, long? length)
    {
        if ((decoded ?? length ?? throw new ApiException("MissingContentLength", "You must provide the Content-Length HTTP header.")) is var size && size > Most)
        {
            throw new ApiException("EntityTooLarge", $"Your proposed upload exceeds the maximum allowed size: it has {size} bytes, and at most {Most} are taken at once.");
        }
    }
}
