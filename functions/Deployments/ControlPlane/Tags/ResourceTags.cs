using Sluice.Deployments.Strategies;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.ControlPlane.Tags;

/// <summary>The tags of applications and groups.</summary>
internal static class ResourceTags
{
    private const string Code = "InvalidTagsToAddException";

    /// <exception cref="ApiException"><c>InvalidTagsToAddException</c>, with all that is wrong.</exception>
    public static void Check(IReadOnlyList<Tag>? tags)
    {
        if (tags is not null && TagRules.Faults(tags) is { Count: > 0 } faults)
        {
            throw TagErrors.Invalid(Code, faults);
        }

        CheckCount(tags ?? []);
    }

    /// <exception cref="ApiException"><c>InvalidTagsToAddException</c>.</exception>
    public static IReadOnlyList<Tag> Add(IReadOnlyList<Tag> tags, IReadOnlyList<Tag> added)
    {
        var all = TagRules.With(tags, added);
        CheckCount(all);
        return all;
    }

    private static void CheckCount(IReadOnlyList<Tag> tags)
    {
        if (tags.Count > TagRules.MostOfAResource)
        {
            throw TagErrors.Invalid(Code, [$"a resource has at most {TagRules.MostOfAResource}, not {tags.Count}"]);
        }
    }
}
