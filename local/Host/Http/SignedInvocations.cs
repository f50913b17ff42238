using Microsoft.AspNetCore.Http;
using Sluice.Local.Cloud.Functions.Runtime;
using Sluice.Local.Cloud.Http;
using Sluice.Platform.Access;
using Sluice.Platform.Protocol;
using Sluice.WebHosting;

namespace Sluice.Local.Host.Http;

/// <summary>Lambda's invoke is the traffic of users, and open on this machine; but a signature that comes with it must be good.</summary>
internal sealed class SignedInvocations(RequestAuthentication authentication)
{
    private const string SigningName = "lambda";

    public async Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        var head = HttpRequests.Head(context.Request);
        if (!ClaimedService.IsSigned(head))
        {
            await next(context);
            return;
        }

        var body = await RequestBody.ReadAsync(context.Request, RuntimeApi.LargestPayload + 1);
        try
        {
            await authentication.AuthenticateAsync(head with { Body = body }, SigningName, context.RequestAborted);
        }
        catch (ApiException e)
        {
            await RefuseAsync(context.Response, e);
            return;
        }

        context.Request.Body = new MemoryStream(body.ToArray(), writable: false);
        await next(context);
    }

    private static Task RefuseAsync(HttpResponse response, ApiException refusal)
    {
        response.StatusCode = StatusCodes.Status403Forbidden;
        response.Headers["X-Amzn-ErrorType"] = refusal.Code;
        return response.WriteAsJsonAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["message"] = refusal.Message });
    }
}
