using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Topics.Calls;

/// <summary>Takes a statement from a topic's policy.</summary>
internal sealed class RemovePermission(TopicBook book) : TopicCall<RemovePermission.Input>("removePermission")
{
    protected override JsonObject Answer(Input input)
    {
        book.Change(input.TopicArn, topic => TopicPolicy.Has(topic, input.Label) ? TopicPolicy.With(topic, input.Label, null) : throw TopicErrors.Invalid("Label"));
        return [];
    }

    /// <summary>SNS's RemovePermissionInput.</summary>
    internal sealed record Input(string TopicArn, string Label);
}
