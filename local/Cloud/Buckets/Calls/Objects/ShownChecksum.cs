using Sluice.Local.Cloud.Buckets.Model;

namespace Sluice.Local.Cloud.Buckets.Calls.Objects;

/// <summary>A checksum as answers have it: under the name of its algorithm, and nothing under the others.</summary>
internal static class ShownChecksum
{
    public static string? Of(this ObjectChecksum? checksum, string algorithm) => checksum?.Algorithm == algorithm ? checksum.Value : null;
}
