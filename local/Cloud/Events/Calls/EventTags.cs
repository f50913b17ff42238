using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Events.Calls;

/// <summary>AWS's rules for the tags of a rule or a bus.</summary>
internal static class EventTags
{
    /// <exception cref="StateMachines.Tasks.TaskFailedException">They break one.</exception>
    public static IReadOnlyList<ResourceTag> With(IReadOnlyList<ResourceTag> tags, IReadOnlyList<ResourceTag> added)
    {
        var all = TagRules.With(tags, added);
        string[] faults = [.. TagRules.Faults(added), .. TagRules.CountFaults(all)];
        return faults.Length == 0 ? all : throw EventErrors.Invalid(string.Join("; ", faults));
    }
}
