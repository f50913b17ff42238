using Sluice.Local.Cloud.Logs.Storage;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Logs;

/// <summary>Finds or makes the stream, and adds to it.</summary>
internal sealed class LogSink(LogCatalog catalog, LogFolders folders, TimeProvider time) : ILogSink
{
    public async Task AppendAsync(string group, string stream, IReadOnlyList<LogEvent> events, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<LogEvent> ordered = [.. events.SelectMany(LongMessages.Cut).OrderBy(one => one.Timestamp)];
        while (!await TryAppendAsync(group, stream, ordered, cancellationToken))
        {
            // It was deleted between the look and the write, and is made anew.
        }
    }

    private async Task<bool> TryAppendAsync(string group, string stream, IReadOnlyList<LogEvent> events, CancellationToken cancellationToken)
    {
        var inGroup = await GroupAsync(group, cancellationToken);
        return await StreamAsync(inGroup, stream, cancellationToken) is { } into
            && folders.Of(inGroup.Id, into.Id).Append(events, time.GetUtcNow().ToUnixTimeMilliseconds());
    }

    private async Task<LogGroup> GroupAsync(string name, CancellationToken cancellationToken)
    {
        if (await catalog.FindAsync(name, cancellationToken) is { } there)
        {
            return there;
        }

        try
        {
            return await catalog.CreateAsync(name, static group => group, cancellationToken);
        }
        catch (TaskFailedException) when (!cancellationToken.IsCancellationRequested)
        {
            return await GroupAsync(name, cancellationToken);
        }
    }

    private async Task<LogStream?> StreamAsync(LogGroup group, string name, CancellationToken cancellationToken)
    {
        if (await catalog.FindAsync(group, name, cancellationToken) is { } there)
        {
            return there;
        }

        try
        {
            return await catalog.CreateAsync(group, name, cancellationToken);
        }
        catch (TaskFailedException e) when (e.Error != LogsErrors.Invalid)
        {
            // Somebody else has made it, or deleted the group: look again.
            return null;
        }
    }
}
