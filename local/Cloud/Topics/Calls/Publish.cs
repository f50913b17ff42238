using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Delivering;
using Sluice.Local.Cloud.Topics.Messages;

namespace Sluice.Local.Cloud.Topics.Calls;

/// <summary>Publishes a message to a topic.</summary>
internal sealed class Publish(Publishing publishing) : TopicCall<Publish.Input>("publish")
{
    protected override JsonObject Answer(Input input)
    {
        var attributes = SentAttributes.Of(input.MessageAttributes);
        string[] faults = [.. TargetFaults(input), .. MessageLimits.Faults(input.Message, input.Subject, input.MessageStructure == "json", attributes)];
        return faults.Length == 0
            ? new JsonObject { ["MessageId"] = publishing.Publish((input.TopicArn ?? input.TargetArn)!, input.Message, input.Subject, input.MessageStructure == "json", attributes) }
            : throw TopicErrors.Invalid(string.Join("; ", faults));
    }

    private static IEnumerable<string> TargetFaults(Input input)
    {
        if (input.PhoneNumber is not null)
        {
            yield return "PhoneNumber Reason: SMS is not served on this machine";
        }
        else if ((input.TopicArn ?? input.TargetArn) is null)
        {
            yield return "TopicArn or TargetArn Reason: no value for required parameter";
        }

        if (input.MessageGroupId is not null || input.MessageDeduplicationId is not null)
        {
            yield return "MessageGroupId Reason: FIFO topics are not served on this machine";
        }

        if (input.MessageStructure is not (null or "json"))
        {
            yield return "MessageStructure";
        }
    }

    /// <summary>SNS's PublishInput.</summary>
    internal sealed record Input(
        string? TopicArn,
        string? TargetArn,
        string? PhoneNumber,
        string Message,
        string? Subject,
        string? MessageStructure,
        IReadOnlyDictionary<string, MessageAttribute>? MessageAttributes,
        string? MessageDeduplicationId,
        string? MessageGroupId);
}
