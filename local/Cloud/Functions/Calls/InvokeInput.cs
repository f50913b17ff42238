using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Platform.Json;

namespace Sluice.Local.Cloud.Functions.Calls;

/// <summary>Lambda's InvocationRequest.</summary>
/// <param name="Payload">Any JSON; a string goes to the function as a JSON string.</param>
internal sealed record InvokeInput(
    string? FunctionName, string? Qualifier, JsonNode? Payload, InvocationType? InvocationType, string? LogType, string? ClientContext)
{
    /// <exception cref="StateMachines.Tasks.TaskFailedException">It is none that Lambda takes.</exception>
    public InvocationRequest Request() => new(ConfigurationRules.Required(FunctionName, "FunctionName"), Qualifier, Bytes(Payload))
    {
        Type = InvocationType ?? Functions.InvocationType.RequestResponse, Tail = IsTail(LogType), ClientContext = Decoded(ClientContext),
    };

    /// <summary>A function that is given nothing gets an empty object.</summary>
    public static byte[] Bytes(JsonNode? payload) => payload is null ? "{}"u8.ToArray() : JsonSerializer.SerializeToUtf8Bytes(payload, SluiceJson.Options);

    /// <exception cref="StateMachines.Tasks.TaskFailedException">It is no LogType.</exception>
    public static bool IsTail(string? logType) => logType switch
    {
        null or "None" => false,
        "Tail" => true,
        _ => throw LambdaErrors.InvalidParameter($"LogType is '{logType}', and must be None or Tail"),
    };

    /// <exception cref="StateMachines.Tasks.TaskFailedException">It is no base64.</exception>
    public static string? Decoded(string? clientContext)
    {
        try
        {
            return clientContext is null ? null : Encoding.UTF8.GetString(Convert.FromBase64String(clientContext));
        }
        catch (FormatException)
        {
            throw LambdaErrors.InvalidRequestContent("Client context must be a valid Base64-encoded JSON object.");
        }
    }
}
