using Sluice.Builds.Shapes;
using Sluice.Local.Commands.Clients;

namespace Sluice.Local.Commands.Seeing.Logs;

/// <summary>A build's log. Where it is, the build tells once its program has come up.</summary>
internal sealed class BuildLogSource(SuiteClient suite, string id) : ILogSource
{
    private readonly LogCalls _logs = new(suite);
    private string? _token;
    private bool _isTold;

    public bool IsOver { get; private set; }

    public async Task<IReadOnlyList<LogLine>> ReadAsync(CancellationToken stop)
    {
        var build = await BuildReader.FindAsync(suite, id, stop) ?? throw new UsageException($"There is no build '{id}'.");
        IsOver = build.BuildComplete == true;
        return build.Logs is { GroupName: { } group, StreamName: { } stream } ? await LinesAsync(group, stream, stop) : Elsewhere(build);
    }

    private async Task<IReadOnlyList<LogLine>> LinesAsync(string group, string stream, CancellationToken stop)
    {
        var lines = new List<LogLine>();
        while (true)
        {
            var (page, next) = await _logs.StreamAsync(group, stream, _token, stop);
            lines.AddRange(page);
            if (next == _token || page.Count == 0)
            {
                _token = next;
                return lines;
            }

            _token = next;
        }
    }

    private IReadOnlyList<LogLine> Elsewhere(Build build)
    {
        if (!IsOver || _isTold)
        {
            return [];
        }

        _isTold = true;
        return [new LogLine(build.EndTime, build.Logs?.S3LogsArn is { } where ? $"The log of {id} is in {where}." : $"{id} has no log: it is {build.BuildStatus}.")];
    }
}
