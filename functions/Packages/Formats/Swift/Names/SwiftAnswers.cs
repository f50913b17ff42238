using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Platform.Json;

namespace Sluice.Packages.Formats.Swift.Names;

/// <summary>Answers as Swift's package manager expects them.</summary>
internal static class SwiftAnswers
{
    private static readonly KeyValuePair<string, string> Version = new("Content-Version", ApiVersion.Only);

    public static ApiResponse Json(JsonObject document, params IEnumerable<KeyValuePair<string, string>> more) => FormatAnswers.Of(200, FormatAnswers.Json, JsonSerializer.SerializeToUtf8Bytes(document), [Version, .. more]);

    public static ApiResponse Empty(int status, params IEnumerable<KeyValuePair<string, string>> more) => new(status, [Version, .. more], default);

    public static ApiResponse File(ApiResponse file, params IEnumerable<KeyValuePair<string, string>> more) => file with { Headers = [.. file.Headers, Version, .. more] };

    /// <summary>A refusal, by RFC 7807.</summary>
    public static ApiResponse Problem(int status, string detail) => FormatAnswers.Of(
        status, "application/problem+json", JsonSerializer.SerializeToUtf8Bytes(ProblemOf(status, detail), SluiceJson.Options), [Version, new("Content-Language", "en")]);

    public static JsonObject ProblemOf(int status, string detail) => new() { ["status"] = status, ["detail"] = detail };
}
