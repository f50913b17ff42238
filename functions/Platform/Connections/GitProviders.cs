namespace Sluice.Platform.Connections;

/// <summary>What is known of each provider without asking it.</summary>
public static class GitProviders
{
    /// <summary>Whether it is wherever somebody installed it, so that a connection needs a host that says where.</summary>
    public static bool HasHosts(GitProvider provider) => provider is GitProvider.GitHubEnterpriseServer or GitProvider.GitLabSelfManaged;

    /// <summary>Where it is; null of those that have hosts.</summary>
    public static Uri? Endpoint(GitProvider provider) => provider switch
    {
        GitProvider.GitHub => new Uri("https://github.com"),
        GitProvider.GitLab => new Uri("https://gitlab.com"),
        GitProvider.Bitbucket => new Uri("https://bitbucket.org"),
        GitProvider.AzureDevOps => new Uri("https://dev.azure.com"),
        _ => null,
    };

    /// <summary>Where its API is.</summary>
    /// <param name="provider">Whose.</param>
    /// <param name="endpoint">Of the connection's host, or the provider's own.</param>
    public static Uri Api(GitProvider provider, Uri endpoint) => provider switch
    {
        GitProvider.GitHub when endpoint == Endpoint(provider) => new Uri("https://api.github.com"),
        GitProvider.GitHub or GitProvider.GitHubEnterpriseServer => Below(endpoint, "api/v3"),
        GitProvider.GitLab or GitProvider.GitLabSelfManaged => Below(endpoint, "api/v4"),
        GitProvider.Bitbucket when endpoint == Endpoint(provider) => new Uri("https://api.bitbucket.org/2.0"),
        GitProvider.Bitbucket => Below(endpoint, "2.0"),
        _ => endpoint,
    };

    /// <summary>What hosts expect as the name of whoever has a token.</summary>
    public static string UserOfToken(GitProvider provider) => provider switch
    {
        GitProvider.Bitbucket => "x-token-auth",
        GitProvider.GitLab or GitProvider.GitLabSelfManaged => "oauth2",
        _ => "x-access-token",
    };

    private static Uri Below(Uri endpoint, string path) => new($"{endpoint.AbsoluteUri.TrimEnd('/')}/{path}");
}
