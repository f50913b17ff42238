using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Functions.Streaming;

/// <summary>Lambda's InvokeWithResponseStream over HTTP.</summary>
internal static class StreamingInvocation
{
    /// <exception cref="TaskFailedException">The function did not get the request.</exception>
    public static async Task AnswerAsync(HttpContext http, FunctionInvoker functions, InvocationRequest request)
    {
        if (request.Type == InvocationType.Event)
        {
            throw LambdaErrors.Validation("invocationType", nameof(InvocationType.Event), "Member must satisfy enum value set: [RequestResponse, DryRun]");
        }

        var invocation = StreamedInvocation.Begin(functions, request);
        var head = await invocation.HeadAsync();
        var whole = head is null ? await invocation.Result : null;
        http.Response.StatusCode = whole?.StatusCode ?? StatusCodes.Status200OK;
        http.Response.Headers["X-Amz-Executed-Version"] = head?.ExecutedVersion ?? whole!.ExecutedVersion;
        if (request.Type == InvocationType.DryRun)
        {
            return;
        }

        // Who reads slowly, or waits for what the function writes now and then, is still there.
        http.Features.Get<IHttpMinResponseDataRateFeature>()?.MinDataRate = null;
        http.Response.ContentType = EventStreamFrames.ContentType;
        try
        {
            await WriteAsync(http, invocation, whole);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException && http.RequestAborted.IsCancellationRequested)
        {
            // The caller hung up. The function writes on into nothing; whoever counts it waits for its end.
            await invocation.Result;
        }
    }

    private static async Task WriteAsync(HttpContext http, StreamedInvocation invocation, InvocationResult? whole)
    {
        if (whole is { FunctionError: null, Payload.Length: > 0 })
        {
            await FrameAsync(http, EventStreamFrames.PayloadChunk(whole.Payload));
        }

        await foreach (var piece in invocation.PiecesAsync(http.RequestAborted))
        {
            await FrameAsync(http, EventStreamFrames.PayloadChunk(piece));
        }

        await FrameAsync(http, await EndAsync(invocation));
    }

    private static async Task<byte[]> EndAsync(StreamedInvocation invocation)
    {
        try
        {
            var result = await invocation.Result;
            return EventStreamFrames.InvokeComplete(
                result.FunctionError,
                result.FunctionError is null ? null : Encoding.UTF8.GetString(result.Payload),
                result.LogTail is { } log ? Convert.ToBase64String(Encoding.UTF8.GetBytes(log)) : null);
        }
        catch (TaskFailedException e)
        {
            return EventStreamFrames.InvokeComplete(e.Error, e.Cause, logResult: null);
        }
    }

    private static async Task FrameAsync(HttpContext http, byte[] frame)
    {
        await http.Response.Body.WriteAsync(frame, http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
    }
}
