using Sluice.Deployments.ControlPlane.Tags;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.ControlPlane.Instances;

/// <summary>The tags of on-premises instances.</summary>
internal static class InstanceTags
{
    /// <exception cref="ApiException"><c>TagRequiredException</c>, <c>InvalidTagException</c>.</exception>
    public static void Check(IReadOnlyList<Tag> tags)
    {
        if (tags.Count == 0)
        {
            throw TagErrors.Required("tags");
        }

        if (ResourceTags.Faults(tags) is { Count: > 0 } faults)
        {
            throw TagErrors.Invalid("InvalidTagException", faults);
        }
    }

    /// <exception cref="ApiException"><c>TagLimitExceededException</c>.</exception>
    public static IReadOnlyList<Tag> Add(OnPremisesInstance instance, IReadOnlyList<Tag> added)
    {
        var all = ResourceTags.With(instance.Tags, added);
        return all.Count <= InstanceRules.MostTags
            ? all
            : throw new ApiException(
                "TagLimitExceededException", $"The instance '{instance.InstanceName}' would have {all.Count} tags; at most {InstanceRules.MostTags} were expected.");
    }

    /// <summary>Without the tags of these keys, and of these values where one is said.</summary>
    public static IReadOnlyList<Tag> Remove(OnPremisesInstance instance, IReadOnlyList<Tag> removed) =>
        [.. instance.Tags.Where(tag => !removed.Any(other => other.Key == tag.Key && (string.IsNullOrEmpty(other.Value) || other.Value == tag.Value)))];
}
