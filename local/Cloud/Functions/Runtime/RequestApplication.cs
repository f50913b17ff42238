using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Sluice.Local.Guarding;

namespace Sluice.Local.Cloud.Functions.Runtime;

/// <summary>Gives a server's requests to one delegate, without a host, middleware or routing. A request whose handling fails is told, and answered by 500; what the client did wrong is the server's to answer.</summary>
internal sealed class RequestApplication(string name, RequestDelegate handle, Unattended unattended) : IHttpApplication<HttpContext>
{
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public async Task ProcessRequestAsync(HttpContext context)
    {
        try
        {
            await handle(context);
        }
        catch (Exception e) when (e is not BadHttpRequestException and not OperationCanceledException && !context.RequestAborted.IsCancellationRequested)
        {
            unattended.Tell(name, e);
            Fail(context);
        }
    }

    public void DisposeContext(HttpContext context, Exception? exception)
    {
        // The context holds nothing of its own.
    }

    private static void Fail(HttpContext context)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.Clear();
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
    }
}
