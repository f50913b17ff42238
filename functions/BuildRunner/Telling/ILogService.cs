namespace Sluice.BuildRunner.Telling;

/// <summary>Keeps lines of logs.</summary>
internal interface ILogService
{
    /// <summary>Makes the group and the stream if they are not there.</summary>
    /// <exception cref="LogServiceException">They cannot be made.</exception>
    Task OpenAsync(CancellationToken cancellationToken);

    /// <summary>Adds events in their order.</summary>
    /// <exception cref="LogServiceException">They cannot be added.</exception>
    Task PutAsync(IReadOnlyList<LogEvent> events, CancellationToken cancellationToken);
}
