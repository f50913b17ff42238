using System.Net.Http.Headers;
using Sluice.Platform.Connections;
using Sluice.Signing.Calls;

namespace Sluice.Pipelines.Sources;

/// <summary>Finds what signs in to a repository: its connection, or for CodeCommit's own address the keys that we run with.</summary>
/// <param name="connections">Asked for when one is used.</param>
/// <param name="keys">Of our role; null where there is none.</param>
/// <param name="time">The clock.</param>
internal sealed class GitAccess(Func<IConnections> connections, IKeySource? keys, TimeProvider time)
{
    /// <summary>Where there are no connections.</summary>
    public static GitAccess None { get; } = new(() => throw new SourceUnavailableException("There are no connections here."), keys: null, TimeProvider.System);

    /// <summary>The header that signs in to a URL; null for nothing.</summary>
    /// <exception cref="SourceUnavailableException">The connection cannot be used for it.</exception>
    public async Task<AuthenticationHeaderValue?> HeaderAsync(Uri url, string? connectionArn, CancellationToken cancellationToken)
    {
        if (connectionArn is null)
        {
            return keys is not null && CodeCommitAddress.RegionOf(url) is { } region ? CodeCommitAddress.Header(url, region, await keys.GetAsync(cancellationToken), time.GetUtcNow()) : null;
        }

        var opened = await OpenAsync(connectionArn, url, cancellationToken);
        return opened.SignIn is TokenSignIn token
            ? token.Header
            : throw new SourceUnavailableException($"The connection {connectionArn} signs in by an SSH key, which is not for '{Credentials.Removed(url.OriginalString)}': use the repository's SSH address.");
    }

    /// <summary>The key that signs in to an SSH address.</summary>
    /// <exception cref="SourceUnavailableException">There is none.</exception>
    public async Task<SshSignIn> KeyAsync(SshAddress address, string? connectionArn, CancellationToken cancellationToken)
    {
        if (connectionArn is null)
        {
            throw new SourceUnavailableException($"The repository at {address.Host} is read by SSH, and no connection has a key for it.");
        }

        var opened = await OpenAsync(connectionArn, address.Url, cancellationToken);
        return opened.SignIn as SshSignIn
            ?? throw new SourceUnavailableException($"The connection {connectionArn} signs in by a token, which is not for an SSH address: use the repository's https URL.");
    }

    private async Task<OpenedConnection> OpenAsync(string connectionArn, Uri url, CancellationToken cancellationToken)
    {
        try
        {
            var opened = await connections().OpenAsync(connectionArn, cancellationToken);
            return opened.IsFor(url) ? opened : throw new SourceUnavailableException($"The connection {connectionArn} is for {opened.Endpoint.Authority}, and is not used for {url.Scheme}://{url.Authority}.");
        }
        catch (ConnectionUnavailableException e)
        {
            throw new SourceUnavailableException(e.Message);
        }
    }
}
