namespace Sluice.Deployments.Model;

/// <summary>Filters of EC2 instances and of on-premises ones: the model has the same structure under two names.</summary>
internal static class TagFilters
{
    public static IReadOnlyList<TagFilter> AsTagFilters(this IReadOnlyList<EC2TagFilter> filters) => [.. filters.Select(AsTagFilter)];

    private static TagFilter AsTagFilter(EC2TagFilter filter) => new()
    {
        Key = filter.Key,
        Value = filter.Value,
        Type = filter.Type switch
        {
            EC2TagFilterType.KEY_ONLY => TagFilterType.KEY_ONLY,
            EC2TagFilterType.VALUE_ONLY => TagFilterType.VALUE_ONLY,
            EC2TagFilterType.KEY_AND_VALUE => TagFilterType.KEY_AND_VALUE,
            _ => null,
        },
    };
}
