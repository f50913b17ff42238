using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Sluice.Local.Cloud.Delivering;

namespace Sluice.Local.Cloud.Queues;

/// <summary>What a message may hold: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html.</summary>
internal static partial class MessageRules
{
    private const int MostAttributes = 10;

    /// <summary>The first thing that is wrong with a message, as SQS's error; null if nothing is.</summary>
    public static (string Error, string Message)? Fault(string body, IReadOnlyDictionary<string, MessageAttribute> attributes, int? delay, Queue queue)
    {
        var largest = int.Parse(queue[QueueAttributes.LargestMessage], CultureInfo.InvariantCulture);
        return body.Length == 0 ? ("MissingParameter", "The request must contain the parameter MessageBody.")
            : !IsText(body) ? ("InvalidMessageContents", "The message contains characters outside the allowed set.")
            : delay is < 0 or > 900 ? ("InvalidParameterValue", $"Value {delay} for parameter DelaySeconds is invalid. Reason: DelaySeconds must be >= 0 and <= 900.")
            : Size(body, attributes) > largest ? ("InvalidParameterValue", $"One or more parameters are invalid. Reason: Message must be shorter than {largest} bytes.")
            : attributes.Count > MostAttributes ? ("InvalidParameterValue", $"Number of message attributes [{attributes.Count}] exceeds the allowed maximum [{MostAttributes}].")
            : attributes.Select(pair => Fault(pair.Key, pair.Value)).FirstOrDefault(fault => fault is not null) is { } fault ? ("InvalidParameterValue", fault)
            : null;
    }

    public static int Size(string body, IReadOnlyDictionary<string, MessageAttribute> attributes) => Encoding.UTF8.GetByteCount(body) + attributes.Sum(pair =>
        Encoding.UTF8.GetByteCount(pair.Key) + pair.Value.DataType.Length + (pair.Value.BinaryValue is { } binary ? binary.Length / 4 * 3 : Encoding.UTF8.GetByteCount(pair.Value.StringValue ?? "")));

    private static string? Fault(string name, MessageAttribute attribute)
    {
        if (!Name().IsMatch(name) || name.StartsWith("AWS.", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Amazon.", StringComparison.OrdinalIgnoreCase))
        {
            return $"The message attribute name '{name}' is invalid: 1 to 256 letters, digits, '_', '-' and '.' were expected, not beginning with AWS. or Amazon.";
        }

        return attribute.DataType.Split('.')[0] switch
        {
            "String" when attribute.StringValue is { Length: > 0 } => null,
            "Number" when decimal.TryParse(attribute.StringValue, NumberStyles.Float, CultureInfo.InvariantCulture, out _) => null,
            "Binary" when attribute.BinaryValue is { Length: > 0 } binary && Convert.TryFromBase64String(binary, new byte[binary.Length], out _) => null,
            "String" or "Number" or "Binary" => $"The message attribute '{name}' must contain a non-empty value of its type {attribute.DataType}.",
            _ => $"The message attribute '{name}' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.",
        };
    }

    private static bool IsText(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                at++;
            }
            else if (!XmlConvert.IsXmlChar(text[at]))
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex(@"^(?!\.)[A-Za-z0-9_.-]{1,256}(?<!\.)\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
