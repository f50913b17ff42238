using System.Text.Json;
using System.Text.Unicode;
using Sluice.Local.Cloud.Functions.Runtime;

namespace Sluice.Local.Cloud.Functions;

/// <summary>What Lambda demands of a request before it looks for the function.</summary>
internal static class RequestRules
{
    /// <summary>Of an asynchronous request, in bytes.</summary>
    public const int LargestEvent = 1024 * 1024;

    // https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
    private const int LargestClientContext = 3583;

    /// <exception cref="StateMachines.Tasks.TaskFailedException">The request is not to be made.</exception>
    public static void Check(InvocationRequest request)
    {
        var limit = request.Type == InvocationType.Event ? LargestEvent : RuntimeApi.LargestPayload;
        if (request.Payload.Length > limit)
        {
            throw LambdaErrors.RequestTooLarge(request.Payload.Length, request.Type, limit);
        }

        if (JsonFault(request.Payload) is { } fault)
        {
            throw LambdaErrors.InvalidRequestContent($"Could not parse request body into json: {fault}");
        }

        if (request.ClientContext is { } context && (context.Length > LargestClientContext || JsonFault(System.Text.Encoding.UTF8.GetBytes(context)) is not null))
        {
            throw LambdaErrors.InvalidRequestContent($"Client context must be a valid Base64-encoded JSON object of at most {LargestClientContext} bytes.");
        }
    }

    private static string? JsonFault(byte[] text)
    {
        if (!Utf8.IsValid(text))
        {
            return "it is no UTF-8";
        }

        try
        {
            var reader = new Utf8JsonReader(text);
            while (reader.Read())
            {
                // Only whether it can be read is asked.
            }

            return null;
        }
        catch (JsonException e)
        {
            return e.Message;
        }
    }
}
