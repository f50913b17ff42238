namespace Sluice.Pipelines.Sources;

/// <summary>Reads refs by the way that the repository's address asks for.</summary>
internal sealed class RefReader(HttpRefReader http) : IRefReader
{
    public Task<RefHead> ReadHeadAsync(string repository, string? branch, CancellationToken cancellationToken = default) =>
        ReadAsync(repository, branch, evenIfClosed: true, cancellationToken);

    public Task<RefHead> PollHeadAsync(string repository, string? branch, CancellationToken cancellationToken = default) =>
        ReadAsync(repository, branch, evenIfClosed: false, cancellationToken);

    private Task<RefHead> ReadAsync(string repository, string? branch, bool evenIfClosed, CancellationToken cancellationToken)
    {
        var address = RepositoryAddress.Parse(repository);
        if (branch is not null && BranchName.Fault(branch) is { } fault)
        {
            throw new SourceUnavailableException($"The branch {fault}.");
        }

        return address.Url is { } url
            ? http.ReadHeadAsync(url, branch, evenIfClosed, cancellationToken)
            : Task.FromResult(FileRefReader.ReadHead(address.Folder!, branch));
    }
}
