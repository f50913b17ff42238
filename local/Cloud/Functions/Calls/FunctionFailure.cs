using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Functions.Calls;

/// <summary>How Step Functions reads a function's answer.</summary>
internal static class FunctionFailure
{
    /// <summary>What a machine sees of an error without a type.</summary>
    private const string Unknown = "Lambda.Unknown";

    /// <exception cref="TaskFailedException">A function error: the payload's errorType is its name, the payload its cause.</exception>
    public static void ThrowIfFailed(InvocationResult result)
    {
        if (result.FunctionError is null)
        {
            return;
        }

        var type = Parsed(result.Payload) is JsonObject payload && payload["errorType"] is JsonValue value && value.TryGetValue<string>(out var name) ? name : Unknown;
        throw new TaskFailedException(type.Length == 0 ? Unknown : type, Encoding.UTF8.GetString(result.Payload));
    }

    /// <summary>An answer that is no JSON is a string.</summary>
    public static JsonNode? Parsed(byte[] payload)
    {
        try
        {
            return payload.Length == 0 ? null : JsonNode.Parse(payload);
        }
        catch (JsonException)
        {
            return JsonValue.Create(Encoding.UTF8.GetString(payload));
        }
    }
}
