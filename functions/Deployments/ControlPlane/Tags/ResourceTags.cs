using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.ControlPlane.Tags;

/// <summary>The tags of applications and groups.</summary>
internal static class ResourceTags
{
    private const string Code = "InvalidTagsToAddException";

    /// <exception cref="ApiException"><c>InvalidTagsToAddException</c>, with all that is wrong.</exception>
    public static void Check(IReadOnlyList<Tag>? tags)
    {
        if (tags is not null && Faults(tags) is { Count: > 0 } faults)
        {
            throw TagErrors.Invalid(Code, faults);
        }

        CheckCount(tags ?? []);
    }

    /// <summary>All that is wrong with tags that are given.</summary>
    public static IReadOnlyList<string> Faults(IReadOnlyList<Tag> tags) => TagRules.Faults(Ruled(tags), nameof(Tag.Key), nameof(Tag.Value));

    /// <exception cref="ApiException"><c>InvalidTagsToAddException</c>.</exception>
    public static IReadOnlyList<Tag> Add(IReadOnlyList<Tag> tags, IReadOnlyList<Tag> added)
    {
        var all = With(tags, added);
        CheckCount(all);
        return all;
    }

    /// <summary>The tags with these ones in place of those of the same keys, in the order of their keys.</summary>
    public static IReadOnlyList<Tag> With(IReadOnlyList<Tag> tags, IReadOnlyList<Tag> added) => Shown(TagRules.With(Ruled(tags), Ruled(added)));

    /// <summary>The tags without those of these keys.</summary>
    public static IReadOnlyList<Tag> Without(IReadOnlyList<Tag> tags, IReadOnlyList<string> keys) => Shown(TagRules.Without(Ruled(tags), keys));

    /// <summary>In the order of their keys.</summary>
    public static IReadOnlyList<Tag> InOrder(IReadOnlyList<Tag> tags) => With([], tags);

    private static void CheckCount(IReadOnlyList<Tag> tags)
    {
        if (TagRules.CountFaults(Ruled(tags)) is { Count: > 0 } faults)
        {
            throw TagErrors.Invalid(Code, faults);
        }
    }

    private static IReadOnlyList<ResourceTag> Ruled(IReadOnlyList<Tag> tags) => [.. tags.Select(tag => new ResourceTag(tag.Key ?? "", tag.Value ?? ""))];

    private static IReadOnlyList<Tag> Shown(IReadOnlyList<ResourceTag> tags) => [.. tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })];
}
