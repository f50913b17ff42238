using Microsoft.AspNetCore.Http;
using Sluice.Platform.Access;
using Sluice.Platform.Protocol;
using Sluice.WebHosting;

namespace Sluice.Local.Host.Http;

/// <summary>Function URLs with the AuthType AWS_IAM take what is signed by a key whose role may invoke functions.</summary>
internal sealed class SignedUrls(RequestAuthentication authentication)
{
    private const string SigningName = "lambda";

    /// <exception cref="ApiException">It is not such a request.</exception>
    public async Task<Caller> CallerAsync(HttpRequest request, ReadOnlyMemory<byte> body)
    {
        var caller = await authentication.AuthenticateAsync(HttpRequests.Head(request) with { Body = body }, SigningName, request.HttpContext.RequestAborted);
        authentication.Authorize(caller, "lambda:InvokeFunctionUrl");
        return caller;
    }
}
