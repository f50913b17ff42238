using Sluice.Local.Cloud.Logs.Storage;

namespace Sluice.Local.Cloud.Logs;

/// <summary>Takes what programs of this machine log, as CloudWatch's agents do elsewhere.</summary>
public interface ILogSink
{
    /// <summary>Adds events to a stream; it and its group are made if they are not there. One call is one write, so give as many events as there are at once.</summary>
    /// <param name="group">The group's name, as CloudWatch has them.</param>
    /// <param name="stream">The stream's name.</param>
    /// <param name="events">In whatever order. A message that is too long for one event becomes several.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="IOException">The disk does not take them; then none is stored.</exception>
    Task AppendAsync(string group, string stream, IReadOnlyList<LogEvent> events, CancellationToken cancellationToken = default);
}
