namespace Sluice.Pipelines.Sources;

/// <summary>Reads what a commit says of itself.</summary>
public interface ICommitReader
{
    /// <summary>The commit's details.</summary>
    /// <exception cref="SourceUnavailableException">It cannot be read; the message says why, without credentials.</exception>
    Task<CommitDetails> ReadAsync(string repository, string? connectionArn, string commit, CancellationToken cancellationToken = default);
}
