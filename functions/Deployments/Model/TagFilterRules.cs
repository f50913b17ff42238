namespace Sluice.Deployments.Model;

/// <summary>One tag filter: its type says which of key and value it has.</summary>
internal static class TagFilterRules
{
    public static IEnumerable<string> Faults(string at, TagFilter filter)
    {
        var (key, value) = (!string.IsNullOrEmpty(filter.Key), !string.IsNullOrEmpty(filter.Value));
        if (filter.Type is TagFilterType.KEY_ONLY or TagFilterType.KEY_AND_VALUE && !key)
        {
            yield return $"{at}.Key: is required for {filter.Type}";
        }

        if (filter.Type is TagFilterType.VALUE_ONLY or TagFilterType.KEY_AND_VALUE && !value)
        {
            yield return $"{at}.Value: is required for {filter.Type}";
        }

        if (filter.Type is null && !key && !value)
        {
            yield return $"{at}: a Key, a Value or both were expected";
        }
    }

    /// <summary>Whether a tag is meant. A filter without a type goes by what it has.</summary>
    public static bool Takes(TagFilter filter, string key, string value) => filter.Type switch
    {
        TagFilterType.KEY_ONLY => key == filter.Key,
        TagFilterType.VALUE_ONLY => value == filter.Value,
        TagFilterType.KEY_AND_VALUE => key == filter.Key && value == filter.Value,
        _ => (string.IsNullOrEmpty(filter.Key) || key == filter.Key) && (string.IsNullOrEmpty(filter.Value) || value == filter.Value),
    };
}
