using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Delivering;

namespace Sluice.Local.Cloud.Topics.Messages;

/// <summary>What can be published: https://docs.aws.amazon.com/sns/latest/api/API_Publish.html.</summary>
internal static class MessageLimits
{
    private const int Largest = 256 * 1024;
    private const int LongestSubject = 100;

    /// <summary>What is wrong; empty if nothing is.</summary>
    public static IEnumerable<string> Faults(string message, string? subject, bool isByProtocol, IReadOnlyDictionary<string, MessageAttribute> attributes)
    {
        if (message.Length == 0)
        {
            yield return "Empty message";
        }

        if (Size(message, attributes) > Largest)
        {
            yield return "Message too long";
        }

        if (subject is not null && (subject.Length is 0 or >= LongestSubject || subject[0] == ' ' || subject.Any(char.IsControl)))
        {
            yield return "Subject";
        }

        if (isByProtocol && ProtocolText.Fault(message) is { } fault)
        {
            yield return fault;
        }

        foreach (var (name, attribute) in attributes.Where(pair => !IsSound(pair.Value)))
        {
            yield return $"The message attribute '{name}' of the type '{attribute.DataType}' must have a non-empty value of its type, which is String, String.Array, Number or Binary.";
        }
    }

    public static int Size(string message, IReadOnlyDictionary<string, MessageAttribute> attributes) => Encoding.UTF8.GetByteCount(message)
        + attributes.Sum(pair => Encoding.UTF8.GetByteCount(pair.Key) + pair.Value.DataType.Length + Encoding.UTF8.GetByteCount(pair.Value.StringValue ?? pair.Value.BinaryValue ?? ""));

    private static bool IsSound(MessageAttribute attribute) => attribute.DataType switch
    {
        "String.Array" => attribute.StringValue is { } text && IsList(text),
        _ => attribute.DataType.Split('.')[0] switch
        {
            "String" => attribute.StringValue is { Length: > 0 },
            "Number" => decimal.TryParse(attribute.StringValue, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
            "Binary" => attribute.BinaryValue is { Length: > 0 } binary && Convert.TryFromBase64String(binary, new byte[binary.Length], out _),
            _ => false,
        },
    };

    private static bool IsList(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonArray;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
