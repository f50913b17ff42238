namespace Sluice.Pipelines.Sources;

/// <summary>Asks a server for the commit, and git about a folder. Without a git, a folder whose refs can be read is taken for one that can be fetched from.</summary>
internal sealed class FetchProbe(HttpFetchProbe http, IFolderProbe? folders = null) : IFetchProbe
{
    public Task<bool> CanFetchAsync(string repository, string commit, CancellationToken cancellationToken = default)
    {
        var address = RepositoryAddress.Parse(repository);
        return address.Url is { } url
            ? http.CanFetchAsync(url, commit, cancellationToken)
            : folders?.CanReadAsync(address.Folder!, cancellationToken) ?? Task.FromResult(true);
    }
}
