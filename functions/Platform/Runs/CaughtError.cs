using System.Text.Json;

namespace Sluice.Platform.Runs;

/// <summary>An error as a machine's Catch hands it on; both null if there was none.</summary>
/// <param name="Error">Its name.</param>
/// <param name="Cause">For people, or a document: a Lambda's exception arrives as one.</param>
public sealed record CaughtError(string? Error = null, string? Cause = null)
{
    private const int Longest = 2000;

    /// <summary>The message of the Lambda's exception; null if the cause is none.</summary>
    public string? LambdaMessage()
    {
        try
        {
            using var document = JsonDocument.Parse(Cause ?? "");
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("errorMessage", out var message) && message.ValueKind == JsonValueKind.String
                ? message.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null; // The cause is a plain text.
        }
    }

    /// <summary>The error in one line: its name, and what a person wants of its cause.</summary>
    /// <param name="longest">How many characters of the cause at most.</param>
    public string Describe(int longest = Longest)
    {
        var cause = LambdaMessage() ?? Cause ?? "";
        var shown = cause.Length <= longest ? cause : cause[..longest] + "…";
        return shown.Length == 0 ? Error ?? "Unknown error" : $"{Error}: {shown}";
    }
}
