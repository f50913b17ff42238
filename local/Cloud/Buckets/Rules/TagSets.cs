using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Rules;

/// <summary>Tags of buckets and objects.</summary>
internal static class TagSets
{
    /// <summary>How many an object may have.</summary>
    public const int MostOfObject = 10;

    /// <summary>How many a bucket may have.</summary>
    public const int MostOfBucket = 50;

    private const int LongestKey = 128;
    private const int LongestValue = 256;

    /// <exception cref="ApiException"><c>InvalidTag</c>, <c>BadRequest</c>.</exception>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyList<TagEntry> entries, int most)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (entry.Key.Length is 0 or > LongestKey || entry.Value.Length > LongestValue || entry.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
            {
                throw new ApiException("InvalidTag", $"The tag '{entry.Key}' is not valid: a key has 1 to {LongestKey} characters and does not begin with aws:, a value has up to {LongestValue}.");
            }

            if (!tags.TryAdd(entry.Key, entry.Value))
            {
                throw new ApiException("InvalidTag", $"Cannot provide multiple Tags with the same key: '{entry.Key}'");
            }
        }

        return tags.Count <= most ? tags : throw new ApiException("BadRequest", $"Object tags cannot be greater than {most}: there are {tags.Count}.");
    }

    /// <summary>Tags as a header has them, which is as a query has its parameters.</summary>
    /// <exception cref="ApiException"><c>InvalidArgument</c>, <c>InvalidTag</c>.</exception>
    public static IReadOnlyDictionary<string, string> OfHeader(string? header) => string.IsNullOrEmpty(header)
        ? new Dictionary<string, string>(StringComparer.Ordinal)
        : Of([.. header.Split('&').Select(Entry)], MostOfObject);

    public static IReadOnlyList<TagEntry> Shown(IReadOnlyDictionary<string, string> tags) =>
        [.. tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => new TagEntry { Key = tag.Key, Value = tag.Value })];

    private static TagEntry Entry(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals == 0 ? throw S3Errors.InvalidArgument($"The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag name duplicates, got '{text}'.")
            : new TagEntry { Key = Decoded(equals < 0 ? text : text[..equals]), Value = equals < 0 ? "" : Decoded(text[(equals + 1)..]) };
    }

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
