using Sluice.Platform.Api;

namespace Sluice.Connections.Rules;

/// <summary>Tags as requests have them.</summary>
internal static class ConnectionTags
{
    public static IReadOnlyList<ResourceTag> Read(IReadOnlyList<Tag>? tags) => [.. (tags ?? []).Select(tag => new ResourceTag(tag.Key, tag.Value))];

    public static IReadOnlyList<Tag> Write(IReadOnlyList<ResourceTag> tags) => [.. tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })];

    /// <summary>The tags with these ones.</summary>
    /// <exception cref="ApiException">They break a rule.</exception>
    public static IReadOnlyList<ResourceTag> With(IReadOnlyList<ResourceTag> tags, IReadOnlyList<Tag>? added)
    {
        var given = Read(added);
        var all = TagRules.With(tags, [.. given.DistinctBy(tag => tag.Key)]);
        var faults = new RequestFaults();
        faults.Add(CommonErrors.Validation, TagRules.Faults(given, "Key", "Value"));
        faults.Add(ConnectionErrors.TooMany, TagRules.CountFaults(all));
        faults.Throw();
        return all;
    }
}
