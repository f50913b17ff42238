using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Events.Rules;
using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Events.Calls;

/// <summary>Takes tags from a rule or a bus.</summary>
internal sealed class UntagResource(RuleBook rules) : EventCall<UntagResource.Input>("untagResource")
{
    protected override JsonObject Answer(Input input)
    {
        TaggedResource.Change(rules, input.ResourceARN, tags => TagRules.Without(tags, input.TagKeys));
        return [];
    }

    /// <summary>EventBridge's UntagResourceRequest.</summary>
    internal sealed record Input(string ResourceARN, IReadOnlyList<string> TagKeys);
}
