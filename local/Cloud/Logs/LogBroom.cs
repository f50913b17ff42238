namespace Sluice.Local.Cloud.Logs;

/// <summary>Removes what is deleted, and what groups do not keep any longer.</summary>
internal sealed class LogBroom(LogCatalog catalog, LogFolders folders, TimeProvider time)
{
    /// <summary>Removes what was in a group that is deleted. What a stop leaves of it is removed at the next sweep.</summary>
    public async Task RemoveAsync(LogGroup deleted, CancellationToken cancellationToken = default)
    {
        folders.Delete(deleted.Id);
        await catalog.ForgetAsync(deleted, cancellationToken);
    }

    /// <summary>Removes a group's events that are older than it keeps them, as far as whole segments are.</summary>
    public async Task TrimAsync(LogGroup group, CancellationToken cancellationToken = default)
    {
        if (group.RetentionInDays is null)
        {
            return;
        }

        await foreach (var stream in catalog.StreamsAsync(group, cancellationToken: cancellationToken))
        {
            folders.Of(group.Id, stream.Id).Trim(group.KeptFrom(time.GetUtcNow()));
        }
    }

    /// <summary>Goes through all groups.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await foreach (var deleted in catalog.DeletedAsync(cancellationToken))
        {
            await RemoveAsync(deleted, cancellationToken);
        }

        await foreach (var group in catalog.GroupsAsync(cancellationToken: cancellationToken))
        {
            await TrimAsync(group, cancellationToken);
            await RemoveStraysAsync(group, cancellationToken);
        }
    }

    /// <summary>The events of streams whose deletion was cut off.</summary>
    private async Task RemoveStraysAsync(LogGroup group, CancellationToken cancellationToken)
    {
        // The folders first: a stream that is made meanwhile has none among these.
        var strays = folders.Streams(group.Id).ToHashSet(StringComparer.Ordinal);
        await foreach (var stream in catalog.StreamsAsync(group, cancellationToken: cancellationToken))
        {
            strays.Remove(stream.Id);
        }

        foreach (var stray in strays)
        {
            folders.Delete(group.Id, stray);
        }
    }
}
