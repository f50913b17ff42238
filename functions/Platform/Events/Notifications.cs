using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Sluice.Platform.Tables;

namespace Sluice.Platform.Events;

/// <summary>Messages to SNS topics. A service writes one in the transaction of what it tells of; the machine <c>notify</c> publishes it.</summary>
public static class Notifications
{
    /// <summary>The machine that publishes.</summary>
    public const string Machine = "notify";

    /// <summary>How many characters SNS takes as a subject.</summary>
    public const int LongestSubject = 99;

    /// <summary>How many bytes a message may have: it travels in an event, which takes 256 KiB with all that is around it.</summary>
    public const int LargestMessage = 128 * 1024;

    private const int LongestName = 80;

    /// <summary>An item that becomes one message, however often it is delivered. Writing it again (same id and topic) is refused by its condition.</summary>
    /// <param name="topicArn">The topic.</param>
    /// <param name="subject">One line; what SNS does not take of it is left out.</param>
    /// <param name="message">The text.</param>
    /// <param name="id">What it tells of, and whom: the same id to the same topic is the same message.</param>
    /// <param name="now">When.</param>
    /// <exception cref="ArgumentException">The message is too large.</exception>
    public static PutItem Publish(string topicArn, string subject, string message, string id, DateTimeOffset now)
    {
        var size = Encoding.UTF8.GetByteCount(message);
        return size <= LargestMessage
            ? Outbox.Start(Machine, ExecutionName(topicArn, id), new JsonObject { ["topicArn"] = topicArn, ["subject"] = Subject(subject), ["message"] = message }, now)
            : throw new ArgumentException($"A message of at most {LargestMessage} bytes was expected, not {size}.", nameof(message));
    }

    /// <summary>What it is about can be read in the name of its execution; the digest tells it from any other.</summary>
    public static string ExecutionName(string topicArn, string id)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{topicArn} {id}")))[..24];
        var readable = string.Concat(id.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-'));
        return $"{readable[..Math.Min(readable.Length, LongestName - digest.Length - 1)]}-{digest}";
    }

    /// <summary>SNS takes printable ASCII in one line, and nothing that begins with a space.</summary>
    private static string Subject(string text)
    {
        var line = string.Concat(text.Select(c => c is >= ' ' and <= '~' ? c : ' ')).Trim();
        return line.Length == 0 ? "Notification" : line[..Math.Min(line.Length, LongestSubject)].TrimEnd();
    }
}
