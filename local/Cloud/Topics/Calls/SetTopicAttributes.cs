using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Topics.Calls;

/// <summary>Sets an attribute of a topic; an empty value takes it back.</summary>
internal sealed class SetTopicAttributes(TopicBook book) : TopicCall<SetTopicAttributes.Input>("setTopicAttributes")
{
    protected override JsonObject Answer(Input input)
    {
        book.Get(input.TopicArn);
        var value = input.AttributeValue ?? "";
        if (TopicAttributes.Fault(input.AttributeName, value) is { } fault)
        {
            throw TopicErrors.Invalid(fault);
        }

        book.Change(input.TopicArn, topic => topic with { Set = AttributeSet.With(topic.Set, input.AttributeName, value) });
        return [];
    }

    /// <summary>SNS's SetTopicAttributesInput.</summary>
    internal sealed record Input(string TopicArn, string AttributeName, string? AttributeValue);
}
