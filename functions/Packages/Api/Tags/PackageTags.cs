using Sluice.Packages.Records;
using Sluice.Platform.Api;

namespace Sluice.Packages.Api.Tags;

/// <summary>Tags as requests have them.</summary>
internal static class PackageTags
{
    public static IReadOnlyList<Tag> Write(IReadOnlyList<ResourceTag> tags) => [.. tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })];

    /// <summary>The tags with these ones.</summary>
    /// <exception cref="ApiException">They break a rule.</exception>
    public static IReadOnlyList<ResourceTag> With(IReadOnlyList<ResourceTag> tags, IReadOnlyList<Tag>? added)
    {
        IReadOnlyList<ResourceTag> given = [.. (added ?? []).Select(tag => new ResourceTag(tag.Key, tag.Value))];
        var all = TagRules.With(tags, [.. given.DistinctBy(tag => tag.Key)]);
        var faults = new RequestFaults();
        faults.Add(CommonErrors.Validation, TagRules.Faults(given));
        faults.Add(PackageErrors.QuotaCode, TagRules.CountFaults(all));
        faults.Throw();
        return all;
    }

    /// <summary>Those of what is made.</summary>
    /// <exception cref="ApiException">They break a rule.</exception>
    public static IReadOnlyList<ResourceTag> Of(IReadOnlyList<Tag>? given) => With([], given);
}
