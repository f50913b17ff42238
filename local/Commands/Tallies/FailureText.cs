using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Sluice.Local.Commands.Tallies;

/// <summary>Why a request failed, in one line, and which failures are the same but for ids, times and numbers.</summary>
internal static partial class FailureText
{
    private const int Longest = 160;
    private const int MostBytes = 64 * 1024;

    /// <summary>Of a function's error as Lambda answers it: its type and message, or the text that it is.</summary>
    public static string OfPayload(ReadOnlySpan<byte> payload)
    {
        var text = Encoding.UTF8.GetString(payload[..Math.Min(payload.Length, MostBytes)]);
        return OneLine(Described(text) ?? (text.Length == 0 ? "no reason was given" : text));
    }

    /// <summary>Of an error that has a name.</summary>
    public static string Of(string type, string? message) => OneLine(string.IsNullOrWhiteSpace(message) ? type : $"{type}: {message}");

    /// <summary>The same for all failures that differ only in what is counted, timed or named by a number.</summary>
    public static string Group(string failure) => Varying().Replace(failure, "#");

    private static string? Described(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var (type, message) = (Text(json.RootElement, "errorType"), Text(json.RootElement, "errorMessage"));
            return (type, message) switch
            {
                (null, null) => null,
                (null, _) => message,
                (_, null) => type,
                _ => $"{type}: {message}",
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement error, string name) =>
        error.ValueKind == JsonValueKind.Object && error.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static string OneLine(string text)
    {
        var line = Blanks().Replace(text[..Math.Min(text.Length, 4 * Longest)], " ").Trim();
        return line.Length <= Longest ? line : line[..Longest] + "…";
    }

    // UUIDs and other hexadecimal ids, then numbers with what belongs to them in times.
    [GeneratedRegex(@"\b[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\b|\b0x[0-9a-fA-F]+|\b(?=[a-fA-F]*[0-9])[0-9a-fA-F]{6,}\b|\d+([.:,T-]\d+)*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Varying();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();
}
