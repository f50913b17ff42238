using Microsoft.AspNetCore.Http;
using Sluice.Local.Cloud.Browsers;
using Sluice.Local.Cloud.Functions.Runtime;
using Sluice.Local.Cloud.Functions.Storage;
using Sluice.Local.Cloud.Http;
using Sluice.Local.Cloud.Metrics;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Platform.Ids;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Functions.Urls;

/// <summary>Answers requests to function URLs.</summary>
public sealed class FunctionUrls
{
    private readonly FunctionStore _store;
    private readonly FunctionInvoker _functions;
    private readonly LambdaMetrics _metrics;
    private readonly CloudIdentity _identity;
    private readonly TimeProvider _time;
    private readonly IIds _ids;

    internal FunctionUrls(FunctionStore store, FunctionInvoker functions, LambdaMetrics metrics, CloudIdentity identity, TimeProvider time, IIds ids) =>
        (_store, _functions, _metrics, _identity, _time, _ids) = (store, functions, metrics, identity, time, ids);

    /// <summary>Whether a request's host is one that function URLs have.</summary>
    public static bool IsOne(HostString host) => UrlNames.IdOf(host) is not null;

    /// <summary>Answers a request whose host <see cref="IsOne"/> of them. Another site's page is let in by the URL's CORS settings alone, and counted only then: it must not be able to set off an alarm.</summary>
    public async Task AnswerAsync(HttpContext http, UrlAuthentication authenticate)
    {
        http.Response.Headers["x-amzn-RequestId"] = _functions.NewRequestId();
        if (_store.FindUrl(UrlNames.IdOf(http.Request.Host) ?? "") is not var (function, target, url))
        {
            await UrlWriter.RefuseAsync(http, StatusCodes.Status403Forbidden, "AccessDeniedException", message: null);
            return;
        }

        if (PageGuard.Refusal(RequestSource.Of(http.Request), url.Cors?.AllowOrigins ?? []) is { } refusal)
        {
            await UrlWriter.RefusePageAsync(http, $"{refusal} AllowOrigins in the CORS settings of the function URL names the origins whose pages may call it.");
            return;
        }

        var started = _time.GetTimestamp();
        try
        {
            await AnswerAsync(http, new FunctionReference(function.Name, target == FunctionVersion.Latest ? null : target), url, authenticate);
        }
        finally
        {
            _metrics.UrlAnswered(function.Name, target, http.Response.StatusCode, _time.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    private async Task AnswerAsync(HttpContext http, FunctionReference reference, UrlSettings url, UrlAuthentication authenticate)
    {
        var isPreflight = url.Cors is not null && UrlCors.IsPreflight(http.Request);
        if (url.Cors is { } cors)
        {
            http.Response.OnStarting(() =>
            {
                UrlCors.Write(http.Response.Headers, cors, RequestSource.Of(http.Request).Origin, isPreflight);
                return Task.CompletedTask;
            });
        }

        if (isPreflight)
        {
            http.Response.ContentLength = 0;
            return;
        }

        try
        {
            await InvokeAsync(http, reference, url, authenticate);
        }
        catch (ApiException e)
        {
            await UrlWriter.RefuseAsync(http, StatusCodes.Status403Forbidden, e.Code, e.Code == CommonErrors.MissingAuthenticationToken ? "Forbidden" : e.Message);
        }
        catch (TaskFailedException e) when (!http.Response.HasStarted)
        {
            await RefuseAsync(http, e);
        }
    }

    private async Task InvokeAsync(HttpContext http, FunctionReference reference, UrlSettings url, UrlAuthentication authenticate)
    {
        var body = await RequestBody.ReadAsync(http.Request, RuntimeApi.LargestPayload + 1);
        if (body.Length > RuntimeApi.LargestPayload)
        {
            throw LambdaErrors.RequestTooLarge(body.Length, InvocationType.RequestResponse, RuntimeApi.LargestPayload);
        }

        var caller = url.AuthType == UrlSettings.Signed ? await authenticate(http.Request, body) : null;
        var now = _time.GetUtcNow();
        var trace = Traces.Of(http.Request.Headers["X-Amzn-Trace-Id"].FirstOrDefault(), now, _ids);
        var requestId = (string)http.Response.Headers["x-amzn-RequestId"]!;
        http.Response.Headers["X-Amzn-Trace-Id"] = trace;
        var payload = UrlEvent.Of(UrlRequestReader.Read(http.Request, body, caller, trace), url.Id, _identity.AccountId, requestId, now);
        var request = new InvocationRequest(reference.Name, reference.Qualifier, payload) { RequestId = requestId, TraceId = trace };
        await (url.InvokeMode == UrlSettings.Streamed ? UrlStreaming.AnswerAsync(http, _functions, request) : BufferedAsync(http, request));
    }

    private async Task BufferedAsync(HttpContext http, InvocationRequest request)
    {
        var result = await _functions.InvokeAsync(request);
        await (result.FunctionError is null && UrlReplyReader.Whole(result.Payload) is { } reply ? UrlWriter.WriteAsync(http, reply) : UrlWriter.BadGatewayAsync(http));
    }

    private static Task RefuseAsync(HttpContext http, TaskFailedException refusal)
    {
        var error = LambdaErrors.NameOf(refusal);
        var status = LambdaErrors.StatusOf(error);
        return status is StatusCodes.Status429TooManyRequests or StatusCodes.Status413PayloadTooLarge
            ? UrlWriter.RefuseAsync(http, status, error, refusal.Cause)
            : UrlWriter.BadGatewayAsync(http);
    }
}
