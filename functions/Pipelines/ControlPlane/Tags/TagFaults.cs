using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.ControlPlane.Tags;

/// <summary>What tags must keep to, in CodePipeline's errors.</summary>
internal static class TagFaults
{
    public const string Invalid = "InvalidTagsException";

    public const string TooMany = "TooManyTagsException";

    /// <summary>The tags as they are stored.</summary>
    /// <exception cref="ApiException">Something is wrong with them: all of it.</exception>
    public static IReadOnlyList<ResourceTag> Checked(IReadOnlyList<Tag>? tags)
    {
        var stored = Stored(tags);
        var faults = TagRules.Faults(stored);
        return faults.Count == 0 ? Counted(TagRules.With([], stored)) : throw new ApiException(Invalid, $"The tags cannot be taken: {string.Join("; ", faults)}.");
    }

    /// <summary>The keys of tags that are taken away.</summary>
    /// <exception cref="ApiException">AWS's own are not to be taken away.</exception>
    public static IReadOnlyList<string> CheckedKeys(IReadOnlyList<string> keys) =>
        TagRules.Faults([.. keys.Distinct().Select(key => new ResourceTag(key, ""))]) is { Count: > 0 } faults ? throw new ApiException(Invalid, $"The tags cannot be taken away: {string.Join("; ", faults)}.") : keys;

    /// <exception cref="ApiException">There are too many.</exception>
    public static IReadOnlyList<ResourceTag> Counted(IReadOnlyList<ResourceTag> tags) =>
        TagRules.CountFaults(tags) is { Count: > 0 } faults ? throw new ApiException(TooMany, $"The tags cannot be taken: {string.Join("; ", faults)}.") : tags;

    public static IReadOnlyList<Tag> Shown(IReadOnlyList<ResourceTag> tags) => [.. tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })];

    private static IReadOnlyList<ResourceTag> Stored(IReadOnlyList<Tag>? tags) => [.. (tags ?? []).Select(tag => new ResourceTag(tag.Key, tag.Value))];
}
