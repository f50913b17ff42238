using System.Text;
using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Topics.Signing;

/// <summary>What of a message is signed: some members with their names, in the order of the names, a line each.</summary>
internal static class SignedText
{
    private static readonly string[] Notification = ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"];
    private static readonly string[] Confirmation = ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"];

    public static string Of(JsonObject message)
    {
        var text = new StringBuilder();
        foreach (var name in (string?)message["Type"] == "Notification" ? Notification : Confirmation)
        {
            if (message[name] is { } value)
            {
                text.Append(name).Append('\n').Append((string)value!).Append('\n');
            }
        }

        return text.ToString();
    }
}
