using Sluice.BuildContract.Jobs;
using Sluice.BuildRunner.Buckets;
using Sluice.BuildRunner.Logs;
using Sluice.Signing.Calls;

namespace Sluice.BuildRunner.Telling;

/// <summary>All that a build is told by besides the program's own output, for as long as it runs.</summary>
/// <param name="job">Whose, and where to.</param>
/// <param name="buckets">For the log as an object.</param>
/// <param name="aws">For the log as a stream.</param>
/// <param name="folder">For the log meanwhile.</param>
/// <param name="time">The clock.</param>
/// <param name="tell">Hears what could not be told.</param>
internal sealed class BuildTelling(BuildJob job, IUserBuckets buckets, AwsEnvironment aws, string folder, TimeProvider time, Action<string> tell) : IAsyncDisposable
{
    private LogSpool? _spool;
    private LogShipping? _shipping;

    /// <summary>Has the log go where the job says.</summary>
    public void Open(BuildLog log)
    {
        if (job.Logs is { GroupName: null, Object: null })
        {
            return;
        }

        Directory.CreateDirectory(folder);
        _spool = new LogSpool(Path.Combine(folder, $"sluice-log-{Path.GetRandomFileName()}"), time);
        log.Add(_spool);
        if (job.Logs is { GroupName: { } group, StreamName: { } stream })
        {
            _shipping = new LogShipping(_spool, new CloudWatchLogs(aws, group, stream), time, tell);
        }
    }

    /// <summary>The build is over: the rest of its log goes where it belongs.</summary>
    public async ValueTask DisposeAsync()
    {
        await (_shipping?.DisposeAsync() ?? ValueTask.CompletedTask);
        if (_spool is { } spool && job.Logs.Object is { } target)
        {
            await StoreAsync(spool, target);
        }

        if (_spool?.Fault is { } fault)
        {
            tell($"The log is not whole: {fault}");
        }

        _spool?.Dispose();
    }

    private async Task StoreAsync(LogSpool spool, Platform.Objects.ObjectRef target)
    {
        try
        {
            await LogObject.StoreAsync(spool, buckets, target, folder, CancellationToken.None);
        }
        catch (Exception e) when (e is BucketException or IOException)
        {
            tell($"The log could not be stored: {e.Message}");
        }
    }
}
