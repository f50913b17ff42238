using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Platform.Json;

namespace Sluice.Local.Cloud.Functions.Runtime;

/// <summary>How one request to a function process ended.</summary>
/// <param name="Error">Null if the function answered.</param>
internal sealed record InvocationAnswer(byte[] Payload, string? Error)
{
    /// <summary>The end of the process's log of this request; null if nobody asked for it.</summary>
    public string? LogTail { get; init; }

    /// <summary>Null if the function has answered, be it with an error.</summary>
    public RuntimeFault? Fault { get; init; }

    public const string Unhandled = "Unhandled";

    public static InvocationAnswer Failure(string errorType, string errorMessage) => new(
        JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["errorType"] = errorType, ["errorMessage"] = errorMessage }, SluiceJson.Options),
        Unhandled)
    {
        Fault = new RuntimeFault(errorType, errorMessage),
    };
}
