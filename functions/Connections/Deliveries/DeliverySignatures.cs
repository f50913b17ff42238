using Sluice.Platform.GitHosts;

namespace Sluice.Connections.Deliveries;

/// <summary>Whether a delivery is of who knows its connection's secret, as each host shows that it does.</summary>
internal static class DeliverySignatures
{
    /// <summary>Whether a provider's hosts can show it.</summary>
    public static bool Has(GitProvider provider) => provider != GitProvider.AzureDevOps;

    public static bool IsGood(GitProvider provider, ApiRequest request, string secret) => provider switch
    {
        GitProvider.GitLab or GitProvider.GitLabSelfManaged => request.Header("X-Gitlab-Token") is { } token && HostSignatures.IsSame(token, secret),
        GitProvider.Bitbucket => IsSigned(request, "X-Hub-Signature", secret),
        GitProvider.GitHub or GitProvider.GitHubEnterpriseServer => IsSigned(request, "X-Hub-Signature-256", secret),
        _ => false,
    };

    private static bool IsSigned(ApiRequest request, string header, string secret) => request.Header(header) is { } signature && HostSignatures.IsSignature(signature, request.Body, secret);
}
