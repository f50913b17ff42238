using Sluice.Local.Cloud.Delivering;
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
    private readonly HourlySweep _sweep;

    public LogsService(string folder, ITable table, CloudIdentity identity, TimeProvider time, IIds ids, Unattended unattended)
    {
        var catalog = new LogCatalog(table, time, ids);
        var folders = new LogFolders(folder, new SegmentSizes());
        var broom = new LogBroom(catalog, folders, time);
        _sweep = new HourlySweep("The sweep of logs", broom.SweepAsync, unattended, time);
        var sink = new LogSink(catalog, folders, time);
        Sink = sink;
        Target = new LogGroupTarget(catalog, sink, time);
        IServiceCall[] calls =
        [
            new CreateLogGroup(catalog),
            new DeleteLogGroup(catalog, broom),
            new DescribeLogGroups(catalog, folders, identity),
            new PutRetentionPolicy(catalog, broom),
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

    /// <summary>For services that send to log groups.</summary>
    public IDeliveryTarget Target { get; }

    /// <summary>Begins to remove what groups do not keep.</summary>
    public void Start() => _sweep.Start();

    public ValueTask DisposeAsync() => _sweep.DisposeAsync();
}
