namespace Sluice.Deployments.ControlPlane.Tags;

/// <summary>What tags must keep to, and how they are joined.</summary>
internal static class TagRules
{
    public const int MostOfAResource = 50;
    private const int LongestKey = 128;
    private const int LongestValue = 256;
    private const string Reserved = "aws:";

    /// <summary>All that is wrong with tags that are given.</summary>
    public static IReadOnlyList<string> Faults(IReadOnlyList<Tag> tags) =>
        [.. tags.SelectMany((tag, index) => Faults(tag, $"tags[{index}]")), .. Twice(tags)];

    /// <summary>The tags with these ones in place of those of the same keys, in the order of their keys.</summary>
    public static IReadOnlyList<Tag> With(IReadOnlyList<Tag> tags, IReadOnlyList<Tag> added) =>
        InOrder(tags.ExceptBy(added.Select(tag => tag.Key), tag => tag.Key).Concat(added));

    /// <summary>The tags without those of these keys.</summary>
    public static IReadOnlyList<Tag> Without(IReadOnlyList<Tag> tags, IReadOnlyList<string> keys) =>
        [.. tags.Where(tag => !keys.Contains(tag.Key))];

    public static IReadOnlyList<Tag> InOrder(IEnumerable<Tag> tags) =>
        [.. tags.Select(tag => tag with { Value = tag.Value ?? "" }).OrderBy(tag => tag.Key, StringComparer.Ordinal)];

    private static IEnumerable<string> Faults(Tag tag, string at)
    {
        if (tag.Key is null or { Length: 0 or > LongestKey })
        {
            yield return $"{at}.Key: 1 to {LongestKey} characters were expected, not {tag.Key?.Length ?? 0}";
        }
        else if (tag.Key.StartsWith(Reserved, StringComparison.OrdinalIgnoreCase))
        {
            yield return $"{at}.Key: '{tag.Key}' begins with '{Reserved}', which is AWS's own";
        }

        if (tag.Value?.Length > LongestValue)
        {
            yield return $"{at}.Value: at most {LongestValue} characters were expected, not {tag.Value.Length}";
        }
    }

    private static IEnumerable<string> Twice(IReadOnlyList<Tag> tags) =>
        tags.GroupBy(tag => tag.Key).Where(same => same.Count() > 1).Select(same => $"the key '{same.Key}' is there {same.Count()} times");
}
