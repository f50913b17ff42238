using Sluice.BuildContract.Jobs;
using Sluice.Platform.Connections;

namespace Sluice.Builds.Running;

/// <summary>Has a build sign in to its source by a connection: the service opens it when the build's turn comes, so that no build may open others.</summary>
internal sealed class ConnectedSource(IConnections? connections = null)
{
    /// <summary>The source with what it signs in with, or with why it cannot be fetched.</summary>
    public async Task<JobSource> SignedAsync(JobSource source, string connectionArn, CancellationToken cancellationToken)
    {
        try
        {
            return RepositoryHost.Of(source.Repository ?? "") is { } host
                ? Signed(source, connectionArn, host, await (connections ?? throw new ConnectionUnavailableException("There are no connections here.")).OpenAsync(connectionArn, cancellationToken))
                : source with { Fault = $"The connection {connectionArn} is for a repository on its host, which the source is not." };
        }
        catch (ConnectionUnavailableException e)
        {
            return source with { Fault = e.Message };
        }
    }

    private static JobSource Signed(JobSource source, string arn, Uri host, OpenedConnection opened) => opened.SignIn switch
    {
        _ when !opened.IsFor(host) => source with { Fault = $"The connection {arn} is for {opened.Endpoint.Authority}, and is not used for {host.Scheme}://{host.Authority}." },
        TokenSignIn token when !RepositoryHost.IsSsh(host) => source with { Credential = new JobCredential(token.UserName, token.Token) },
        SshSignIn ssh when RepositoryHost.IsSsh(host) => source with { Credential = new JobCredential("", "") { SshKey = ssh.PrivateKey, KnownHosts = $"{ssh.KnownHosts}\n{KnownHosts.WellKnown}" } },
        _ => source with { Fault = $"The connection {arn} does not sign in by {host.Scheme}: give the repository's {(RepositoryHost.IsSsh(host) ? "https URL" : "SSH address")}." },
    };
}
