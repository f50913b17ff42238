namespace Sluice.Platform.Api;

/// <summary>What tags must keep to, and how they are joined. The rules are AWS's for all services: 50 of a resource, keys of 1 to 128 and values of at most 256 characters, none of AWS's own.</summary>
public static class TagRules
{
    /// <summary>How many a resource may have.</summary>
    public const int MostOfAResource = 50;

    private const int LongestKey = 128;
    private const int LongestValue = 256;
    private const string Reserved = "aws:";

    /// <summary>All that is wrong with tags that are given.</summary>
    /// <param name="tags">As they are given.</param>
    /// <param name="key">What the service calls a tag's name.</param>
    /// <param name="value">What it calls a tag's value.</param>
    public static IReadOnlyList<string> Faults(IReadOnlyList<ResourceTag> tags, string key = "key", string value = "value") =>
        [.. tags.SelectMany((tag, index) => Faults(tag, $"tags[{index}].{key}", $"tags[{index}].{value}")), .. Twice(tags)];

    /// <summary>What is wrong with all the tags of a resource together.</summary>
    public static IReadOnlyList<string> CountFaults(IReadOnlyList<ResourceTag> tags) =>
        tags.Count <= MostOfAResource ? [] : [$"a resource has at most {MostOfAResource}, not {tags.Count}"];

    /// <summary>The tags with these ones in place of those of the same keys, in the order of their keys.</summary>
    public static IReadOnlyList<ResourceTag> With(IReadOnlyList<ResourceTag> tags, IReadOnlyList<ResourceTag> added) =>
        [.. tags.ExceptBy(added.Select(tag => tag.Key), tag => tag.Key).Concat(added).OrderBy(tag => tag.Key, StringComparer.Ordinal)];

    /// <summary>The tags without those of these keys.</summary>
    public static IReadOnlyList<ResourceTag> Without(IReadOnlyList<ResourceTag> tags, IReadOnlyList<string> keys) => [.. tags.Where(tag => !keys.Contains(tag.Key))];

    private static IEnumerable<string> Faults(ResourceTag tag, string key, string value)
    {
        if (tag.Key.Length is 0 or > LongestKey)
        {
            yield return $"{key}: 1 to {LongestKey} characters were expected, not {tag.Key.Length}";
        }
        else if (tag.Key.StartsWith(Reserved, StringComparison.OrdinalIgnoreCase))
        {
            yield return $"{key}: '{tag.Key}' begins with '{Reserved}', which is AWS's own";
        }

        if (tag.Value.Length > LongestValue)
        {
            yield return $"{value}: at most {LongestValue} characters were expected, not {tag.Value.Length}";
        }
    }

    private static IEnumerable<string> Twice(IReadOnlyList<ResourceTag> tags) =>
        tags.GroupBy(tag => tag.Key).Where(same => same.Count() > 1).Select(same => $"the key '{same.Key}' is there {same.Count()} times");
}
