using System.Text.Json.Nodes;
using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Topics.Calls;

/// <summary>Makes a standard topic, or finds the one of that name.</summary>
internal sealed class CreateTopic(TopicBook book) : TopicCall<CreateTopic.Input>("createTopic")
{
    private const int Longest = 256;

    protected override JsonObject Answer(Input input)
    {
        var set = input.Attributes ?? new Dictionary<string, string>(StringComparer.Ordinal);
        string[] faults = [.. NameFaults(input.Name), .. set.Select(pair => TopicAttributes.Fault(pair.Key, pair.Value)).OfType<string>()];
        if (faults.Length > 0)
        {
            throw TopicErrors.Invalid(string.Join("; ", faults));
        }

        var asked = new Topic(book.ArnOf(input.Name)) { Set = set.Where(pair => pair.Value.Length > 0 && pair.Key != "FifoTopic").ToDictionary(StringComparer.Ordinal), Tags = TopicTags.With([], input.Tags ?? []) };
        return new JsonObject { ["TopicArn"] = book.Create(asked, there => Same(there, asked)).Arn };
    }

    private static Topic Same(Topic there, Topic asked) =>
        asked.Set.Any(pair => there.Set.GetValueOrDefault(pair.Key) != pair.Value) ? throw TopicErrors.Invalid("Attributes Reason: Topic already exists with different attributes")
        : asked.Tags.Count > 0 && !asked.Tags.SequenceEqual(there.Tags) ? throw TopicErrors.Invalid("Tags Reason: Topic already exists with different tags")
        : there;

    private static IEnumerable<string> NameFaults(string name)
    {
        if (name.EndsWith(".fifo", StringComparison.Ordinal))
        {
            yield return $"Topic Name: '{name}' is that of a FIFO topic, which is not served on this machine";
        }
        else if (name.Length is 0 or > Longest || !name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            yield return "Topic Name";
        }
    }

    /// <summary>SNS's CreateTopicInput.</summary>
    internal sealed record Input(string Name, IReadOnlyDictionary<string, string>? Attributes, IReadOnlyList<ResourceTag>? Tags, string? DataProtectionPolicy);
}
