using Sluice.Builds.ControlPlane.Credentials;
using Sluice.Platform.Connections;

namespace Sluice.Builds.Statuses;

/// <summary>The repository of a build's source at its host, and who asks there: whoever fetches it, too.</summary>
internal sealed class BuildHosts(SourceCredentials credentials, IConnections? connections = null)
{
    /// <exception cref="ConnectionUnavailableException">Nothing signs in there that is for the host's API.</exception>
    public async Task<GitHostRepository> RepositoryAsync(ProjectSource source, CancellationToken cancellationToken)
    {
        var location = source.Location ?? "";
        return await credentials.FindAsync(source, cancellationToken) switch
        {
            { Resource: { } arn } when ConnectionArns.IsConnection(arn) => await OfConnectionAsync(arn, location, cancellationToken),
            { Token: { } token } found => OfToken(source.Type, location, new TokenSignIn(found.UserName, token)),
            _ => throw new ConnectionUnavailableException($"Nothing that signs in to the host of '{location}' is kept here."),
        };
    }

    private async Task<GitHostRepository> OfConnectionAsync(string arn, string location, CancellationToken cancellationToken)
    {
        var opened = await (connections ?? throw new ConnectionUnavailableException("There are no connections here.")).OpenAsync(arn, cancellationToken);
        return GitRepositories.IdOf(opened.Endpoint, location) is { } name ? opened.Repository(arn, name) : throw new ConnectionUnavailableException($"The connection {arn} is not for '{location}'.");
    }

    private static GitHostRepository OfToken(SourceType source, string location, TokenSignIn signIn)
    {
        if (ProviderOf(source) is not { } provider || RepositoryHost.Of(location) is not { } host)
        {
            throw new ConnectionUnavailableException($"'{location}' is at no host that is told of builds.");
        }

        var endpoint = GitProviders.Endpoint(provider) ?? new Uri(host.Scheme is "http" ? $"http://{host.Authority}" : host.Scheme is "https" ? $"https://{host.Authority}" : $"https://{host.Host}");
        return GitRepositories.IdOf(endpoint, location) is { } name
            ? new GitHostRepository(provider, GitProviders.Api(provider, endpoint), name, signIn)
            : throw new ConnectionUnavailableException($"'{location}' is not at {endpoint.Host}.");
    }

    private static GitProvider? ProviderOf(SourceType source) => source switch
    {
        SourceType.GITHUB => GitProvider.GitHub,
        SourceType.GITHUB_ENTERPRISE => GitProvider.GitHubEnterpriseServer,
        SourceType.GITLAB => GitProvider.GitLab,
        SourceType.GITLAB_SELF_MANAGED => GitProvider.GitLabSelfManaged,
        SourceType.BITBUCKET => GitProvider.Bitbucket,
        _ => null,
    };
}
