using System.Text.Json;

namespace Sluice.Deployments.Protocol;

/// <summary>An error that the machine caught. A Lambda's exception arrives with a JSON document as its cause.</summary>
public sealed record MachineFailure(string? Error, string? Cause)
{
    internal string Describe()
    {
        var message = LambdaMessage() ?? Cause;
        return string.IsNullOrWhiteSpace(message) ? Error ?? "an unknown error" : Error is null || message.StartsWith(Error, StringComparison.Ordinal) ? message : $"{message} ({Error})";
    }

    internal string? LambdaMessage()
    {
        try
        {
            using var document = JsonDocument.Parse(Cause ?? "");
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("errorMessage", out var message) ? message.GetString() : null;
        }
        catch (JsonException)
        {
            return null; // The cause is a plain text.
        }
    }
}
