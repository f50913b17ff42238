namespace Sluice.Platform.Connections;

/// <summary>Signs in to git hosts.</summary>
public interface IConnections
{
    /// <summary>Opens a connection.</summary>
    /// <param name="arn">Its ARN, by either of the service's names.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ConnectionUnavailableException">There is none, nobody brought what it signs in with, or its host gives it no token.</exception>
    Task<OpenedConnection> OpenAsync(string arn, CancellationToken cancellationToken = default);

    /// <summary>A repository's address for the connection of a pipeline's source action. It asks no host.</summary>
    /// <param name="arn">The action's <c>ConnectionArn</c>.</param>
    /// <param name="fullRepositoryId">The action's <c>FullRepositoryId</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ConnectionUnavailableException">There is no such connection, or it has no such repository.</exception>
    Task<string> RepositoryUrlAsync(string arn, string fullRepositoryId, CancellationToken cancellationToken = default);
}
