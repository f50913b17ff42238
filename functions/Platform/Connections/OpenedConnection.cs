namespace Sluice.Platform.Connections;

/// <summary>A connection that can be used now.</summary>
/// <param name="Provider">Whose host it is to.</param>
/// <param name="Endpoint">Where that is.</param>
/// <param name="SignIn">What signs in.</param>
public sealed record OpenedConnection(GitProvider Provider, Uri Endpoint, GitSignIn SignIn)
{
    /// <summary>Whether a URL is of the connection's host, so that what signs in may be sent there: the same host by the same port, and encrypted unless the host itself is not.</summary>
    public bool IsFor(Uri url) => SignIn is SshSignIn
        ? string.Equals(url.Host, Endpoint.Host, StringComparison.OrdinalIgnoreCase) || (Provider == GitProvider.AzureDevOps && string.Equals(url.Host, $"ssh.{Endpoint.Host}", StringComparison.OrdinalIgnoreCase))
        : url.Scheme == Endpoint.Scheme && string.Equals(url.Authority, Endpoint.Authority, StringComparison.OrdinalIgnoreCase);
}
