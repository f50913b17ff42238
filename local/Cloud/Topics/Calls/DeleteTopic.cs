using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Topics.Calls;

/// <summary>Deletes a topic with its subscriptions.</summary>
internal sealed class DeleteTopic(TopicBook book) : TopicCall<DeleteTopic.Input>("deleteTopic")
{
    protected override JsonObject Answer(Input input)
    {
        book.Delete(input.TopicArn);
        return [];
    }

    /// <summary>SNS's DeleteTopicInput.</summary>
    internal sealed record Input(string TopicArn);
}
