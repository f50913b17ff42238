using System.Text.Json.Nodes;
using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Logs.Calls;

/// <summary>Tags of groups, which CloudWatch Logs has as a map.</summary>
internal static class LogTags
{
    /// <exception cref="StateMachines.Tasks.TaskFailedException">They break a rule of AWS's.</exception>
    public static Dictionary<string, string> Checked(Dictionary<string, string> tags)
    {
        IReadOnlyList<ResourceTag> listed = [.. tags.Select(tag => new ResourceTag(tag.Key, tag.Value))];
        if (TagRules.Faults(listed) is { Count: > 0 } faults)
        {
            throw LogsErrors.InvalidParameter(string.Join("; ", faults));
        }

        return TagRules.CountFaults(listed) is [var tooMany, ..] ? throw LogsErrors.TooManyTags(tooMany) : tags;
    }

    public static LogGroup With(LogGroup group, Dictionary<string, string> added)
    {
        var tags = new Dictionary<string, string>(group.Tags, StringComparer.Ordinal);
        foreach (var (key, value) in added)
        {
            tags[key] = value;
        }

        return group with { Tags = Checked(tags) };
    }

    public static LogGroup Without(LogGroup group, IReadOnlyList<string> keys) =>
        group with { Tags = group.Tags.Where(tag => !keys.Contains(tag.Key)).ToDictionary(StringComparer.Ordinal) };

    public static JsonObject Answer(LogGroup group) =>
        new() { ["Tags"] = new JsonObject(group.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value))) };
}
