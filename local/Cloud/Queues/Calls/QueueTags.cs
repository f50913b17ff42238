using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Queues.Calls;

/// <summary>AWS's rules for the tags of a queue, which SQS has as a map.</summary>
internal static class QueueTags
{
    /// <exception cref="StateMachines.Tasks.TaskFailedException">They break one.</exception>
    public static IReadOnlyList<ResourceTag> With(IReadOnlyList<ResourceTag> tags, IReadOnlyDictionary<string, string> added)
    {
        ResourceTag[] given = [.. added.Select(pair => new ResourceTag(pair.Key, pair.Value))];
        var all = TagRules.With(tags, given);
        string[] faults = [.. TagRules.Faults(given), .. TagRules.CountFaults(all)];
        return faults.Length == 0 ? all : throw QueueErrors.Invalid(string.Join("; ", faults));
    }
}
