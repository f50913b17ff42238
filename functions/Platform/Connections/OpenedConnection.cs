namespace Sluice.Platform.Connections;

/// <summary>A connection that can be used now.</summary>
/// <param name="Provider">Whose host it is to.</param>
/// <param name="Endpoint">Where that is.</param>
/// <param name="SignIn">What signs in.</param>
public sealed record OpenedConnection(GitProvider Provider, Uri Endpoint, GitSignIn SignIn)
{
    /// <summary>A repository at the connection's host, for who asks its API.</summary>
    /// <param name="arn">The connection's, for what is said of it.</param>
    /// <param name="fullName">E.g. <c>team/shop</c>.</param>
    /// <exception cref="ConnectionUnavailableException">What signs in is not for an API.</exception>
    public GitHostRepository Repository(string arn, string fullName) =>
        Provider == GitProvider.AzureDevOps ? throw new ConnectionUnavailableException($"The connection {arn} is to Azure DevOps, whose API is not asked.")
        : SignIn is TokenSignIn token ? new GitHostRepository(Provider, GitProviders.Api(Provider, Endpoint), fullName, token)
        : throw new ConnectionUnavailableException($"The connection {arn} signs in by an SSH key, which is not for a host's API.");

    /// <summary>Whether a URL is of the connection's host, so that what signs in may be sent there: the same host by the same port, and encrypted unless the host itself is not.</summary>
    public bool IsFor(Uri url) => SignIn is SshSignIn
        ? string.Equals(url.Host, Endpoint.Host, StringComparison.OrdinalIgnoreCase) || (Provider == GitProvider.AzureDevOps && string.Equals(url.Host, $"ssh.{Endpoint.Host}", StringComparison.OrdinalIgnoreCase))
        : url.Scheme == Endpoint.Scheme && string.Equals(url.Authority, Endpoint.Authority, StringComparison.OrdinalIgnoreCase);
}
