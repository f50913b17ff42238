namespace Sluice.Pipelines.Sources;

/// <summary>Reads where a branch of a git repository stands, and nothing else of it.</summary>
public interface IRefReader
{
    /// <summary>The head of <paramref name="branch"/>; of the repository's HEAD if it is null.</summary>
    /// <exception cref="SourceUnavailableException">It cannot be read; the message says why, without credentials.</exception>
    Task<RefHead> ReadHeadAsync(string repository, string? branch, CancellationToken cancellationToken = default);

    /// <summary>The same for a look that nobody waits for: a host that is not well is not asked again at once.</summary>
    /// <exception cref="SourceUnavailableException">It cannot be read, or its host is left alone for a while.</exception>
    Task<RefHead> PollHeadAsync(string repository, string? branch, CancellationToken cancellationToken = default) => ReadHeadAsync(repository, branch, cancellationToken);
}
