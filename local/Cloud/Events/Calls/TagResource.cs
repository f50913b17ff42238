using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Events.Rules;
using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Events.Calls;

/// <summary>Adds tags to a rule or a bus, or changes them.</summary>
internal sealed class TagResource(RuleBook rules) : EventCall<TagResource.Input>("tagResource")
{
    protected override JsonObject Answer(Input input)
    {
        TaggedResource.Change(rules, input.ResourceARN, tags => EventTags.With(tags, input.Tags));
        return [];
    }

    /// <summary>EventBridge's TagResourceRequest.</summary>
    internal sealed record Input(string ResourceARN, IReadOnlyList<ResourceTag> Tags);
}
