using Sluice.Local.Cloud.Logs.Calls;
using Sluice.Local.Cloud.Logs.Storage;
using Sluice.Local.Cloud.Models;
using Sluice.Local.Guarding;
using Sluice.Platform.Ids;
using Sluice.Platform.Tables;

namespace Sluice.Local.Cloud.Logs;

/// <summary>CloudWatch Logs on this machine, put together.</summary>
internal sealed class LogsService : IAsyncDisposable
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromHours(1);
    private readonly CancellationTokenSource _stop = new();
    private readonly LogBroom _broom;
    private readonly Unattended _unattended;
    private readonly TimeProvider _time;
    private Task _sweeps = Task.CompletedTask;

    public LogsService(string folder, ITable table, CloudIdentity identity, TimeProvider time, IIds ids, Unattended unattended)
    {
        (_unattended, _time) = (unattended, time);
        var catalog = new LogCatalog(table, time, ids);
        var folders = new LogFolders(folder, new SegmentSizes());
        _broom = new LogBroom(catalog, folders, time);
        Sink = new LogSink(catalog, folders, time);
        IServiceCall[] calls =
        [
            new CreateLogGroup(catalog),
            new DeleteLogGroup(catalog, _broom),
            new DescribeLogGroups(catalog, folders, identity),
            new PutRetentionPolicy(catalog, _broom),
            new DeleteRetentionPolicy(catalog),
            new PutLogGroupDeletionProtection(catalog, identity),
            new TagResource(catalog, identity),
            new UntagResource(catalog, identity),
            new ListTagsForResource(catalog, identity),
            new TagLogGroup(catalog),
            new UntagLogGroup(catalog),
            new ListTagsLogGroup(catalog),
            new CreateLogStream(catalog),
            new DeleteLogStream(catalog, folders),
            new DescribeLogStreams(catalog, folders, identity),
            new PutLogEvents(catalog, folders, time),
            new GetLogEvents(catalog, folders, identity, time),
            new FilterLogEvents(catalog, folders, identity, time),
            new TestMetricFilter(),
        ];
        Calls = [.. CloudModel.Of("cloudwatchlogs").Checking(calls, faults => LogsErrors.InvalidParameter(ModelRefusal.Text(faults)))];
    }

    public IReadOnlyList<IServiceCall> Calls { get; }

    /// <summary>For what this machine itself has to log.</summary>
    public ILogSink Sink { get; }

    /// <summary>Begins to remove what groups do not keep.</summary>
    public void Start() => _sweeps = _unattended.LoopAsync("The sweep of logs", SweepAsync, _stop.Token);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _sweeps;
        _stop.Dispose();
    }

    private async Task SweepAsync(CancellationToken stop)
    {
        // The start does not wait for it.
        await Task.Yield();
        while (!stop.IsCancellationRequested)
        {
            await _broom.SweepAsync(stop);
            await Task.Delay(SweepEvery, _time, stop);
        }
    }
}
