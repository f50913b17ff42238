using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Sluice.Local.Cloud.Functions.Streaming;
using Sluice.Local.Cloud.Http;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Functions.Urls;

/// <summary>Answers by a function URL whose InvokeMode is RESPONSE_STREAM.</summary>
internal static class UrlStreaming
{
    /// <exception cref="TaskFailedException">The function did not get the request.</exception>
    /// <exception cref="CutOffAnswerException">The function failed in the middle, which can only be told by an answer that does not end.</exception>
    public static async Task AnswerAsync(HttpContext http, FunctionInvoker functions, InvocationRequest request)
    {
        var invocation = StreamedInvocation.Begin(functions, request);
        if (await invocation.HeadAsync() is { } head)
        {
            await PassOnAsync(http, head, invocation);
            return;
        }

        var result = await invocation.Result;
        await (result.FunctionError is null ? UrlWriter.WriteAsync(http, UrlReplyReader.Raw("application/json", result.Payload)) : UrlWriter.BadGatewayAsync(http));
    }

    private static async Task PassOnAsync(HttpContext http, AnswerHead head, StreamedInvocation invocation)
    {
        // Who reads slowly, or waits for a line that the function writes now and then, is still there.
        http.Features.Get<IHttpMinResponseDataRateFeature>()?.MinDataRate = null;
        try
        {
            await PiecesAsync(http, head, invocation);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException && http.RequestAborted.IsCancellationRequested)
        {
            // The caller hung up. The function writes on into nothing.
        }

        var failed = await HasFailedAsync(http, invocation);
        if (!http.Response.HasStarted)
        {
            // It failed before it wrote, or its head says no HTTP answer.
            await UrlWriter.BadGatewayAsync(http);
        }
        else if (failed)
        {
            throw new CutOffAnswerException();
        }
    }

    private static async Task<bool> HasFailedAsync(HttpContext http, StreamedInvocation invocation)
    {
        try
        {
            return (await invocation.Result).FunctionError is not null;
        }
        catch (TaskFailedException) when (http.Response.HasStarted)
        {
            return true;
        }
    }

    private static async Task PiecesAsync(HttpContext http, AnswerHead head, StreamedInvocation invocation)
    {
        var opening = new UrlOpening(head);
        await foreach (var piece in invocation.PiecesAsync(http.RequestAborted))
        {
            if (opening.Reply is not null)
            {
                await WriteAsync(http, piece);
            }
            else if (opening.Add(piece) is { } reply)
            {
                UrlWriter.WriteHead(http.Response, reply);
                await WriteAsync(http, reply.Body);
            }
            else if (opening.IsFaulty)
            {
                return;
            }
        }

        if (opening is { Reply: null, IsHeaded: false } && (await invocation.Result).FunctionError is null)
        {
            // It wrote nothing.
            UrlWriter.WriteHead(http.Response, UrlReplyReader.Raw(head.ContentType, default));
            await http.Response.StartAsync(http.RequestAborted);
        }
    }

    private static async Task WriteAsync(HttpContext http, ReadOnlyMemory<byte> piece)
    {
        if (UrlWriter.HasBody(http))
        {
            await http.Response.Body.WriteAsync(piece, http.RequestAborted);
        }

        await http.Response.Body.FlushAsync(http.RequestAborted);
    }
}
