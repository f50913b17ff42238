namespace Sluice.Local.Cloud.LoadBalancers.Proxying;

/// <summary>Sends each request's body as it comes in. It stands behind YARP, which lets nobody replace its content before.</summary>
internal sealed class PromptBodies(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Content = request.Content is { } content ? new PromptContent(content) : null;
        return base.SendAsync(request, cancellationToken);
    }
}
