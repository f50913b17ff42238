using System.Collections.Concurrent;
using Sluice.Local.Cloud.Logs.Storage;

namespace Sluice.Local.Cloud.Logs;

/// <summary>Where events are: a folder for each group, and in it one for each stream, both called by their ids, since names may hold anything and may come again.</summary>
internal sealed class LogFolders(string root, SegmentSizes sizes)
{
    private readonly ConcurrentDictionary<(string Group, string Stream), Lazy<StreamLog>> _open = new();

    public StreamLog Of(string groupId, string streamId)
    {
        var open = _open.GetOrAdd((groupId, streamId), static (key, self) => new Lazy<StreamLog>(() => self.Open(key.Group, key.Stream)), this);
        try
        {
            return open.Value;
        }
        catch
        {
            // A disk that fails may be well again the next time.
            _open.TryRemove(KeyValuePair.Create((groupId, streamId), open));
            throw;
        }
    }

    /// <summary>Removes a stream's events.</summary>
    public void Delete(string groupId, string streamId)
    {
        Of(groupId, streamId).Delete();
        _open.TryRemove((groupId, streamId), out _);
    }

    /// <summary>Removes all of a group that is deleted.</summary>
    public void Delete(string groupId)
    {
        foreach (var stream in Streams(groupId))
        {
            Delete(groupId, stream);
        }

        if (Directory.Exists(PathOf(groupId)))
        {
            Directory.Delete(PathOf(groupId), recursive: true);
        }
    }

    /// <summary>The ids of the streams of which there are events.</summary>
    public IReadOnlyList<string> Streams(string groupId) => Directory.Exists(PathOf(groupId))
        ? [.. Directory.EnumerateDirectories(PathOf(groupId)).Select(path => Path.GetFileName(path))]
        : [];

    /// <summary>How many bytes a group takes.</summary>
    public long Bytes(string groupId)
    {
        try
        {
            return new DirectoryInfo(PathOf(groupId)).EnumerateFiles("*.events", SearchOption.AllDirectories).Sum(file => file.Length);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // It has none yet, or they are just being removed.
            return 0;
        }
    }

    private StreamLog Open(string groupId, string streamId) => new(Path.Combine(PathOf(groupId), streamId), sizes);

    private string PathOf(string groupId) => Path.Combine(root, groupId);
}
