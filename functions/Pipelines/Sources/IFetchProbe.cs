namespace Sluice.Pipelines.Sources;

/// <summary>Finds out whether a commit could be fetched now. That its branch can be read says little: a server may list refs and fail at handing out what they name.</summary>
public interface IFetchProbe
{
    /// <summary>Never fails for what the repository does.</summary>
    Task<bool> CanFetchAsync(string repository, string commit, CancellationToken cancellationToken = default);

    /// <summary>The same where a connection signs in.</summary>
    /// <param name="repository">Its address.</param>
    /// <param name="commit">What is to be fetched.</param>
    /// <param name="connectionArn">What signs in; null for nothing.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<bool> CanFetchAsync(string repository, string commit, string? connectionArn, CancellationToken cancellationToken = default) =>
        connectionArn is null ? CanFetchAsync(repository, commit, cancellationToken) : throw new NotSupportedException("This probe knows no connections.");
}
