using Sluice.Pipelines.Sources.Packs;

namespace Sluice.Pipelines.Sources;

/// <summary>Reads commits and what changed between them by the way that the repository's address asks for.</summary>
internal sealed class GitHistory(GitAccess access, HttpPacks http, SshRepositories ssh, IFolderHistory? folders) : IChangedPaths, ICommitReader, ICommitFiles
{
    private const string NoFiles = "blob:none";
    private const string NoTrees = "tree:0";

    public async Task<ChangedPaths> BetweenAsync(string repository, string? connectionArn, string oldCommit, string newCommit, CancellationToken cancellationToken = default)
    {
        if (!CommitIds.Is(oldCommit) || !CommitIds.Is(newCommit))
        {
            return ChangedPaths.Unknown("One of the two is no SHA-1 commit id.");
        }

        try
        {
            var address = RepositoryAddress.Parse(repository, bySsh: true);
            return oldCommit == newCommit ? new ChangedPaths([])
                : address.Folder is { } folder ? folders is null ? ChangedPaths.Unknown("There is no git to read the folder with.") : await folders.BetweenAsync(folder, oldCommit, newCommit, cancellationToken)
                : TreeComparison.Of(await FetchAsync(address, connectionArn, new PackWish([oldCommit, newCommit], NoFiles), cancellationToken), oldCommit, newCommit);
        }
        catch (Exception e) when (e is SourceUnavailableException or FormatException)
        {
            return ChangedPaths.Unknown(e.Message);
        }
    }

    public async Task<CommitDetails> ReadAsync(string repository, string? connectionArn, string commit, CancellationToken cancellationToken = default)
    {
        var address = RepositoryAddress.Parse(repository, bySsh: true);
        try
        {
            return CommitDetails.Read(address.Folder is { } folder
                ? await (folders ?? throw NoGit(folder)).CommitAsync(folder, commit, cancellationToken)
                : (await FetchAsync(address, connectionArn, new PackWish([commit], NoTrees), cancellationToken)).Find(commit, PackObjectKind.Commit) ?? throw new FormatException("The server gave something else."));
        }
        catch (FormatException e)
        {
            throw new SourceUnavailableException($"The commit {commit} of '{Credentials.Removed(repository)}' cannot be read: {e.Message}");
        }
    }

    public async Task WriteZipAsync(string repository, string? connectionArn, string commit, Stream zip, CancellationToken cancellationToken)
    {
        var address = RepositoryAddress.Parse(repository, bySsh: true);
        try
        {
            var pack = address.Folder is not { } folder ? await FetchAsync(address, connectionArn, new PackWish([commit], Filter: null), cancellationToken)
                : PackReader.Read(await (folders ?? throw NoGit(folder)).PackAsync(folder, commit, PackLimits.Files.Sent, cancellationToken), PackLimits.Files);
            await CommitZip.WriteAsync(pack, commit, zip, cancellationToken);
        }
        catch (FormatException e)
        {
            throw new SourceUnavailableException($"The files of the commit {commit} of '{Credentials.Removed(repository)}' cannot be read: {e.Message}");
        }
    }

    private static SourceUnavailableException NoGit(string folder) => new($"There is no git to read the folder '{folder}' with.");

    private async Task<Pack> FetchAsync(RepositoryAddress address, string? connectionArn, PackWish wish, CancellationToken cancellationToken) => address.Ssh is { } there
        ? await ssh.FetchAsync(there, await access.KeyAsync(there, connectionArn, cancellationToken), wish, cancellationToken)
        : await http.FetchAsync(address.Url!, await access.HeaderAsync(address.Url!, connectionArn, cancellationToken), wish, cancellationToken);
}
