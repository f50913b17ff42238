using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Events.Rules;

namespace Sluice.Local.Cloud.Events.Calls;

/// <summary>Lists the tags of a rule or a bus.</summary>
internal sealed class ListTagsForResource(RuleBook rules) : EventCall<ListTagsForResource.Input>("listTagsForResource")
{
    protected override JsonObject Answer(Input input) => new() { ["Tags"] = AwsJson.Write(TaggedResource.Tags(rules, input.ResourceARN)) };

    /// <summary>EventBridge's ListTagsForResourceRequest.</summary>
    internal sealed record Input(string ResourceARN);
}
