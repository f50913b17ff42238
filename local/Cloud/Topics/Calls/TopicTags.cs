using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Topics.Calls;

/// <summary>AWS's rules for the tags of a topic.</summary>
internal static class TopicTags
{
    /// <exception cref="StateMachines.Tasks.TaskFailedException">They break one.</exception>
    public static IReadOnlyList<ResourceTag> With(IReadOnlyList<ResourceTag> tags, IReadOnlyList<ResourceTag> added)
    {
        var all = TagRules.With(tags, added);
        string[] faults = [.. TagRules.Faults(added), .. TagRules.CountFaults(all)];
        return faults.Length == 0 ? all : throw TopicErrors.Invalid(string.Join("; ", faults));
    }
}
