namespace Sluice.Pipelines.Sources;

/// <summary>Reads where the branches of a git repository stand, and nothing else of it.</summary>
public interface IRefReader
{
    /// <summary>The head of <paramref name="branch"/>; of the repository's HEAD if it is null.</summary>
    /// <exception cref="SourceUnavailableException">It cannot be read; the message says why, without credentials.</exception>
    Task<RefHead> ReadHeadAsync(string repository, string? branch, CancellationToken cancellationToken = default);

    /// <summary>The same for a look that nobody waits for: a host that is not well is not asked again at once.</summary>
    /// <exception cref="SourceUnavailableException">It cannot be read, or its host is left alone for a while.</exception>
    Task<RefHead> PollHeadAsync(string repository, string? branch, CancellationToken cancellationToken = default) => ReadHeadAsync(repository, branch, cancellationToken);

    /// <summary>The head of a branch of a repository that a connection signs in to; an SSH address is one, too.</summary>
    /// <param name="repository">Its address.</param>
    /// <param name="branch">Null is the repository's HEAD.</param>
    /// <param name="connectionArn">What signs in; null for nothing.</param>
    /// <param name="isPoll">Whether nobody waits for it, so that a host that is not well is left alone.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SourceUnavailableException">It cannot be read; the message says why, without credentials.</exception>
    Task<RefHead> ReadHeadAsync(string repository, string? branch, string? connectionArn, bool isPoll, CancellationToken cancellationToken = default) =>
        connectionArn is not null ? throw new NotSupportedException("This reader knows no connections.")
        : isPoll ? PollHeadAsync(repository, branch, cancellationToken) : ReadHeadAsync(repository, branch, cancellationToken);

    /// <summary>All branches and tags.</summary>
    /// <exception cref="SourceUnavailableException">It cannot be read; the message says why, without credentials.</exception>
    Task<RefList> ReadAllAsync(string repository, string? connectionArn, bool isPoll, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("This reader lists nothing.");
}
