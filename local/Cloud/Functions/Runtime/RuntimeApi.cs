using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Sluice.Local.Cloud.Functions.Runtime;

/// <summary>Lambda's Runtime API (version 2018-06-01) over one process's conversation. Nothing that is sent to it ends the process.</summary>
/// <param name="refusal">Why a caller is refused; null lets it in.</param>
internal sealed class RuntimeApi(RuntimeConversation conversation, Func<HttpContext, ValueTask<string?>> refusal)
{
    /// <summary>Lambda's limit on requests and answers.</summary>
    public const int LargestPayload = 6 * 1024 * 1024;

    private const string InvalidState = "InvalidStateTransition";
    private const string Root = "/2018-06-01/runtime/";

    public async Task HandleAsync(HttpContext http)
    {
        if (await refusal(http) is { } reason)
        {
            await AnswerAsync(http, StatusCodes.Status403Forbidden, "AccessDenied", reason);
            return;
        }

        await RouteAsync(http);
    }

    private Task RouteAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        var parts = path.StartsWith(Root, StringComparison.Ordinal) ? path[Root.Length..].Split('/') : [];
        return (http.Request.Method, parts) switch
        {
            ("GET", ["invocation", "next"]) => NextAsync(http),
            ("POST", ["invocation", var id, "response"]) => ResponseAsync(http, id),
            ("POST", ["invocation", var id, "error"]) => ErrorAsync(http, id),
            ("POST", ["init", "error"]) => InitErrorAsync(http),
            _ => AnswerAsync(http, StatusCodes.Status404NotFound, "NotFound", $"{http.Request.Method} {path} is not in the Runtime API."),
        };
    }

    private async Task NextAsync(HttpContext http)
    {
        Invocation? invocation;
        try
        {
            invocation = await conversation.NextAsync(http.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The runtime hung up, or its process ended.
            http.Abort();
            return;
        }

        if (invocation is null)
        {
            await AnswerAsync(http, StatusCodes.Status403Forbidden, InvalidState, "The last invocation was not answered yet.");
            return;
        }

        try
        {
            await DeliverAsync(http, invocation);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            conversation.Undelivered(invocation);
        }
    }

    private static async Task DeliverAsync(HttpContext http, Invocation invocation)
    {
        var headers = http.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = invocation.RequestId;
        headers["Lambda-Runtime-Deadline-Ms"] = invocation.Deadline.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        headers["Lambda-Runtime-Invoked-Function-Arn"] = invocation.FunctionArn;
        headers["Lambda-Runtime-Trace-Id"] = invocation.TraceId;
        if (invocation.ClientContext is { } context)
        {
            headers["Lambda-Runtime-Client-Context"] = context;
        }

        http.Response.ContentType = "application/json";
        http.Response.ContentLength = invocation.Payload.Length;
        await http.Response.Body.WriteAsync(invocation.Payload, http.RequestAborted);
    }

    private async Task ResponseAsync(HttpContext http, string requestId)
    {
        var answer = StreamedAnswer.IsOne(http.Request) && conversation.StreamOf(requestId) is { } stream
            ? await StreamedAnswer.PassOnAsync(http, stream)
            : await WholeAsync(http);
        await AcceptAsync(http, answer is not null && conversation.Complete(requestId, answer), requestId);
    }

    private static async Task<InvocationAnswer> WholeAsync(HttpContext http) => await BodyAsync(http) is not { } payload
        ? InvocationAnswer.Failure("Function.ResponseSizeTooLarge", $"Response payload size exceeded maximum allowed payload size ({LargestPayload} bytes).")
        : StreamedAnswer.Failure(http.Request) ?? new InvocationAnswer(payload, Error: null);

    private async Task ErrorAsync(HttpContext http, string requestId)
    {
        var answer = Failure(http, await BodyAsync(http));
        await AcceptAsync(http, conversation.Complete(requestId, answer), requestId);
    }

    private async Task InitErrorAsync(HttpContext http)
    {
        var isAccepted = conversation.InitialisationFailed(Failure(http, await BodyAsync(http)));
        await (isAccepted ? AcceptAsync(http, accepted: true, "") : AnswerAsync(http, StatusCodes.Status403Forbidden, InvalidState, "The process has initialised already."));
    }

    private static InvocationAnswer Failure(HttpContext http, byte[]? payload) => payload is { Length: > 0 } ? new InvocationAnswer(payload, InvocationAnswer.Unhandled) : Unknown(http);

    private static InvocationAnswer Unknown(HttpContext http) => InvocationAnswer.Failure(
        http.Request.Headers["Lambda-Runtime-Function-Error-Type"].FirstOrDefault() ?? "Runtime.Unknown", "The function gave no message.");

    /// <summary>Null if it is larger than an answer may be; the rest is read and dropped then.</summary>
    private static async Task<byte[]?> BodyAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16384];
        var tooLarge = false;
        for (var read = await http.Request.Body.ReadAsync(buffer); read > 0; read = await http.Request.Body.ReadAsync(buffer))
        {
            tooLarge |= body.Length + read > LargestPayload;
            if (!tooLarge)
            {
                body.Write(buffer, 0, read);
            }
        }

        return tooLarge ? null : body.ToArray();
    }

    private static Task AcceptAsync(HttpContext http, bool accepted, string requestId)
    {
        if (!accepted)
        {
            return AnswerAsync(http, StatusCodes.Status400BadRequest, "InvalidRequestID", $"No invocation {requestId} is waiting for an answer.");
        }

        http.Response.StatusCode = StatusCodes.Status202Accepted;
        return JsonAsync(http, new JsonObject { ["status"] = "OK" });
    }

    private static Task AnswerAsync(HttpContext http, int status, string errorType, string errorMessage)
    {
        http.Response.StatusCode = status;
        return JsonAsync(http, new JsonObject { ["errorMessage"] = errorMessage, ["errorType"] = errorType });
    }

    private static async Task JsonAsync(HttpContext http, JsonObject body)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body);
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes);
    }
}
