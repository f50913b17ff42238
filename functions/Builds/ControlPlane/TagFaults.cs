using Sluice.Platform.Api;

namespace Sluice.Builds.ControlPlane;

/// <summary>What is wrong with tags, by AWS's rules for all services.</summary>
internal static class TagFaults
{
    public static IEnumerable<string> Of(IReadOnlyList<Tag> tags)
    {
        IReadOnlyList<ResourceTag> ruled = [.. tags.Select(tag => new ResourceTag(tag.Key ?? "", tag.Value ?? ""))];
        return [.. TagRules.Faults(ruled), .. TagRules.CountFaults(ruled)];
    }
}
