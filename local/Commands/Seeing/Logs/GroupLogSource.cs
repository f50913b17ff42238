using Sluice.Local.Commands.Clients;

namespace Sluice.Local.Commands.Seeing.Logs;

/// <summary>What a function, or whatever else writes into a log group, has written since a moment.</summary>
internal sealed class GroupLogSource(SuiteClient suite, string group, DateTimeOffset since) : ILogSource
{
    // What is written at the same time may come in any order.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(10);
    private readonly LogCalls _logs = new(suite);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private DateTimeOffset _since = since;

    public bool IsOver => false;

    public async Task<IReadOnlyList<LogLine>> ReadAsync(CancellationToken stop)
    {
        var found = await _logs.GroupAsync(group, _since, stop);
        var lines = found.Where(one => _told.Add(one.Id)).Select(one => one.Line).ToList();
        if (lines.Max(line => line.Timestamp) is { } last && last - Overlap > _since)
        {
            _since = last - Overlap;
        }

        return lines;
    }
}
