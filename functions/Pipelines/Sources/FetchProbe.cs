namespace Sluice.Pipelines.Sources;

/// <summary>
/// Asks a server for the commit, and git about a folder. Without a git, a folder whose refs can be read is taken for one that can be fetched from; so is what is read by SSH, where listing and fetching are one program.
/// </summary>
internal sealed class FetchProbe(HttpFetchProbe http, IFolderProbe? folders = null, GitAccess? access = null, SshRepositories? ssh = null) : IFetchProbe
{
    private readonly GitAccess _access = access ?? GitAccess.None;

    public Task<bool> CanFetchAsync(string repository, string commit, CancellationToken cancellationToken = default) => CanFetchAsync(repository, commit, connectionArn: null, cancellationToken);

    public async Task<bool> CanFetchAsync(string repository, string commit, string? connectionArn, CancellationToken cancellationToken = default)
    {
        try
        {
            var address = RepositoryAddress.Parse(repository, bySsh: connectionArn is not null);
            return address.Url is { } url ? await http.CanFetchAsync(url, commit, cancellationToken, await _access.HeaderAsync(url, connectionArn, cancellationToken))
                : address.Ssh is { } there ? (await ssh!.ListAsync(there, await _access.KeyAsync(there, connectionArn, cancellationToken), evenIfClosed: true, cancellationToken)).Branches.Count > 0
                : folders is null || await folders.CanReadAsync(address.Folder!, cancellationToken);
        }
        catch (SourceUnavailableException) when (connectionArn is not null)
        {
            return false;
        }
    }
}
