using System.Text;

namespace Sluice.Packages.Formats;

/// <summary>Answers as registries give them.</summary>
internal static class FormatAnswers
{
    public const string Json = "application/json";
    public const string Bytes = "application/octet-stream";

    public static ApiResponse Of(int status, string type, ReadOnlyMemory<byte> body, params IEnumerable<KeyValuePair<string, string>> more) => new(status, [KeyValuePair.Create("Content-Type", type), .. more], body);

    public static ApiResponse Text(int status, string text) => Of(status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text));

    /// <summary>A refusal whose message is the body, and is in the line of the status, too: that is all that some clients show.</summary>
    public static ApiResponse Refused(int status, string message) => Text(status, message + "\n") with { Reason = OneLine(message) };

    /// <summary>A text as it can stand in a header.</summary>
    public static string OneLine(string text) => new([.. text.Select(character => character is >= ' ' and <= '~' ? character : character is '\n' or '\r' or '\t' ? ' ' : '?')]);

    /// <summary>An answer of a content's bytes, which never change: who has them need not ask again.</summary>
    public static ApiResponse File(Stream content, string type, string sha256) =>
        new(200, [KeyValuePair.Create("Content-Type", type), KeyValuePair.Create("ETag", $"\"{sha256}\""), KeyValuePair.Create("Cache-Control", "private, max-age=31536000, immutable")], default) { Content = content };

    public static ApiResponse NotModified(string etag) => new(304, [KeyValuePair.Create("ETag", etag)], default);
}
