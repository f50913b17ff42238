namespace Sluice.Pipelines.Sources;

/// <summary>Reads a repository's folder by git. A host that has git gives one.</summary>
public interface IFolderHistory
{
    /// <summary>Its branches and tags.</summary>
    /// <exception cref="SourceUnavailableException">Git refuses.</exception>
    Task<RefList> ListAsync(string folder, CancellationToken cancellationToken);

    /// <summary>The paths that differ between two commits.</summary>
    Task<ChangedPaths> BetweenAsync(string folder, string oldCommit, string newCommit, CancellationToken cancellationToken);

    /// <summary>A commit's own object.</summary>
    /// <exception cref="SourceUnavailableException">Git refuses.</exception>
    Task<byte[]> CommitAsync(string folder, string commit, CancellationToken cancellationToken);

    /// <summary>A pack of a commit with its folders and files, and nothing before it.</summary>
    /// <param name="folder">The repository.</param>
    /// <param name="commit">40 hexadecimal digits.</param>
    /// <param name="mostBytes">How large it may be.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SourceUnavailableException">Git refuses, or it is larger.</exception>
    Task<byte[]> PackAsync(string folder, string commit, long mostBytes, CancellationToken cancellationToken);
}
