using Sluice.Platform.GitHosts;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.ControlPlane.Webhooks.Deliveries;

/// <summary>Whether a delivery is of who knows the webhook's secret; in a time that does not tell how much of a guess was right.</summary>
internal static class WebhookSignatures
{
    public static bool IsGood(ApiRequest request, SourceType source, string secret) => source switch
    {
        SourceType.GITLAB or SourceType.GITLAB_SELF_MANAGED when request.Header("X-Gitlab-Token") is { } token => HostSignatures.IsSame(token, secret),
        SourceType.BITBUCKET when request.Header("X-Hub-Signature") is { } signature => HostSignatures.IsSignature(signature, request.Body, secret),
        _ => request.Header("X-Hub-Signature-256") is { } signature && HostSignatures.IsSignature(signature, request.Body, secret),
    };
}
