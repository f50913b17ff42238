using System.Text;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Rules;

/// <summary>What users note of an object, in headers that begin with <c>x-amz-meta-</c>.</summary>
internal static class ObjectMetadata
{
    private const int Largest = 2048;

    /// <summary>By names in lower case, as S3 keeps them.</summary>
    /// <exception cref="ApiException"><c>MetadataTooLarge</c>.</exception>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyDictionary<string, string>? sent)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in sent ?? metadata)
        {
            metadata[name.ToLowerInvariant()] = value;
        }

        var size = metadata.Sum(entry => Encoding.UTF8.GetByteCount(entry.Key) + Encoding.UTF8.GetByteCount(entry.Value));
        return size <= Largest ? metadata : throw new ApiException("MetadataTooLarge", $"Your metadata headers exceed the maximum allowed metadata size: they have {size} bytes, and at most {Largest} are taken.");
    }
}
