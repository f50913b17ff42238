using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sluice.Local.Cloud.Functions.Calls;
using Sluice.Local.Cloud.Functions.Runtime;
using Sluice.Local.Cloud.Functions.Streaming;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Functions;

/// <summary>Lambda's Invoke over HTTP, for anyone who wants to send real traffic: an AWS SDK with this endpoint, or curl. Only POST invokes, as Lambda has it: what else a link or an image can send does nothing.</summary>
public static class LambdaApi
{
    private const string Invocations = "/invocations";
    private const string Streams = "/response-streaming-invocations";

    /// <summary>Maps <c>/2015-03-31/functions/{name}/invocations</c>, and the one for answers as they come; the name may be <c>fn</c>, <c>fn:alias</c> or an ARN.</summary>
    public static void MapLambdaApi(this IEndpointRouteBuilder endpoints, FunctionInvoker functions)
    {
        Map(endpoints, "/2015-03-31/functions/{name}" + Invocations, async (http, request) => await AnswerAsync(http, await functions.InvokeAsync(request)), functions);
        Map(endpoints, "/2021-11-15/functions/{name}" + Streams, (http, request) => StreamingInvocation.AnswerAsync(http, functions, request), functions);
    }

    /// <summary>Whether a path is one that invokes.</summary>
    public static bool IsInvocation(PathString path) =>
        path.Value is { } text && (text.EndsWith(Invocations, StringComparison.Ordinal) || text.EndsWith(Streams, StringComparison.Ordinal));

    /// <summary>Where an alias can be invoked below the suite's own URL.</summary>
    public static string PathOf(string functionName, string qualifier) => $"/2015-03-31/functions/{functionName}:{qualifier}/invocations";

    private static void Map(IEndpointRouteBuilder endpoints, string pattern, Func<HttpContext, InvocationRequest, Task> invoke, FunctionInvoker functions) => endpoints.Map(
        pattern, (RequestDelegate)(http => HttpMethods.IsPost(http.Request.Method) ? HandleAsync(http, invoke, functions.NewRequestId()) : RefuseAsync(http, LambdaErrors.NotAnOperation())));

    private static async Task HandleAsync(HttpContext http, Func<HttpContext, InvocationRequest, Task> invoke, string requestId)
    {
        http.Response.Headers["x-amzn-RequestId"] = requestId;
        try
        {
            await invoke(http, await RequestAsync(http, requestId));
        }
        catch (TaskFailedException e) when (!http.Response.HasStarted)
        {
            await RefuseAsync(http, e);
        }
    }

    private static async Task<InvocationRequest> RequestAsync(HttpContext http, string requestId)
    {
        var type = TypeOf(http);
        var name = Uri.UnescapeDataString((string)http.Request.RouteValues["name"]!);
        return new InvocationRequest(name, http.Request.Query["Qualifier"].FirstOrDefault(), await BodyAsync(http, type))
        {
            Type = type,
            RequestId = requestId,
            Tail = InvokeInput.IsTail(http.Request.Headers["X-Amz-Log-Type"].FirstOrDefault()),
            ClientContext = InvokeInput.Decoded(http.Request.Headers["X-Amz-Client-Context"].FirstOrDefault()),
            TraceId = http.Request.Headers["X-Amzn-Trace-Id"].FirstOrDefault(),
        };
    }

    private static InvocationType TypeOf(HttpContext http)
    {
        var header = http.Request.Headers["X-Amz-Invocation-Type"].FirstOrDefault() ?? nameof(InvocationType.RequestResponse);
        return Enum.TryParse<InvocationType>(header, out var type) && Enum.IsDefined(type)
            ? type
            : throw LambdaErrors.InvalidParameter($"X-Amz-Invocation-Type is '{header}', and must be RequestResponse, Event or DryRun");
    }

    private static async Task<byte[]> BodyAsync(HttpContext http, InvocationType type)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16384];
        for (var read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted); read > 0; read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted))
        {
            body.Write(buffer, 0, read);
            if (body.Length > RuntimeApi.LargestPayload)
            {
                throw LambdaErrors.RequestTooLarge((int)body.Length, type, RuntimeApi.LargestPayload);
            }
        }

        return body.Length == 0 ? "{}"u8.ToArray() : body.ToArray();
    }

    private static async Task AnswerAsync(HttpContext http, InvocationResult result)
    {
        http.Response.StatusCode = result.StatusCode;
        http.Response.Headers["X-Amz-Executed-Version"] = result.ExecutedVersion;
        if (result.FunctionError is not null)
        {
            http.Response.Headers["X-Amz-Function-Error"] = result.FunctionError;
        }

        if (result.TraceId is not null)
        {
            http.Response.Headers["X-Amzn-Trace-Id"] = result.TraceId;
        }

        if (result.LogTail is { } log)
        {
            http.Response.Headers["X-Amz-Log-Result"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(log));
        }

        if (result.Payload.Length > 0)
        {
            http.Response.ContentType = "application/json";
            await http.Response.Body.WriteAsync(result.Payload, http.RequestAborted);
        }
    }

    private static Task RefuseAsync(HttpContext http, TaskFailedException refusal)
    {
        var type = LambdaErrors.NameOf(refusal);
        http.Response.StatusCode = LambdaErrors.StatusOf(type);
        http.Response.Headers["X-Amzn-ErrorType"] = type;
        http.Response.ContentType = "application/json";
        http.Response.Headers.TryAdd("x-amzn-RequestId", http.TraceIdentifier);
        var body = new JsonObject { ["Type"] = "User", ["Message"] = refusal.Cause };
        return http.Response.WriteAsync(body.ToJsonString(AwsJson.Options), http.RequestAborted);
    }
}
