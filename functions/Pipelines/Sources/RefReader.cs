namespace Sluice.Pipelines.Sources;

/// <summary>Reads refs by the way that the repository's address asks for.</summary>
internal sealed class RefReader(HttpRefReader http, GitAccess? access = null, SshRepositories? ssh = null, IFolderHistory? folders = null) : IRefReader
{
    private readonly GitAccess _access = access ?? GitAccess.None;

    public Task<RefHead> ReadHeadAsync(string repository, string? branch, CancellationToken cancellationToken = default) =>
        ReadHeadAsync(repository, branch, connectionArn: null, isPoll: false, cancellationToken);

    public Task<RefHead> PollHeadAsync(string repository, string? branch, CancellationToken cancellationToken = default) =>
        ReadHeadAsync(repository, branch, connectionArn: null, isPoll: true, cancellationToken);

    public async Task<RefHead> ReadHeadAsync(string repository, string? branch, string? connectionArn, bool isPoll, CancellationToken cancellationToken = default)
    {
        var address = RepositoryAddress.Parse(repository, bySsh: connectionArn is not null);
        if (branch is not null && BranchName.Fault(branch) is { } fault)
        {
            throw new SourceUnavailableException($"The branch {fault}.");
        }

        return address.Url is { } url ? await http.ReadHeadAsync(url, branch, !isPoll, cancellationToken, await _access.HeaderAsync(url, connectionArn, cancellationToken))
            : address.Ssh is { } there ? RefChoice.Of(await SshAsync(there, connectionArn, isPoll, cancellationToken), branch, repository)
            : FileRefReader.ReadHead(address.Folder!, branch);
    }

    public async Task<RefList> ReadAllAsync(string repository, string? connectionArn, bool isPoll, CancellationToken cancellationToken = default)
    {
        var address = RepositoryAddress.Parse(repository, bySsh: connectionArn is not null);
        if (address.Folder is { } folder)
        {
            return await (folders ?? throw new SourceUnavailableException($"There is no git to list the refs of the folder '{folder}'.")).ListAsync(folder, cancellationToken);
        }

        var refs = address.Url is { } url
            ? await http.ListAsync(url, !isPoll, await _access.HeaderAsync(url, connectionArn, cancellationToken), cancellationToken)
            : await SshAsync(address.Ssh!, connectionArn, isPoll, cancellationToken);
        return new RefList(refs.Branches, refs.HeadBranch, refs.Tags);
    }

    private async Task<RefAdvertisement> SshAsync(SshAddress address, string? connectionArn, bool isPoll, CancellationToken cancellationToken) =>
        await ssh!.ListAsync(address, await _access.KeyAsync(address, connectionArn, cancellationToken), !isPoll, cancellationToken);
}
