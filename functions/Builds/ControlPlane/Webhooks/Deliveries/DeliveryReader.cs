using Sluice.Platform.GitHosts;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.ControlPlane.Webhooks.Deliveries;

/// <summary>Reads a delivery of whichever host a project's source is on.</summary>
internal static class DeliveryReader
{
    public static ReadDelivery Read(ApiRequest request, SourceType source)
    {
        using var document = Payload.Read(request.Body);
        if (document is null)
        {
            return ReadDelivery.Nothing("its body is no JSON object");
        }

        var body = new Payload(document.RootElement);
        return source switch
        {
            SourceType.GITHUB or SourceType.GITHUB_ENTERPRISE when request.Header(GitHubEvents.Header) is { } name => GitHubDeliveries.Read(name, body),
            SourceType.GITLAB or SourceType.GITLAB_SELF_MANAGED when request.Header(GitLabEvents.Header) is { } name => GitLabDeliveries.Read(name, body),
            SourceType.BITBUCKET when request.Header(BitbucketEvents.Header) is { } name => BitbucketDeliveries.Read(name, body),
            _ => PlainDeliveries.Read(body),
        };
    }
}
