using Sluice.Pipelines.Model;
using Sluice.Pipelines.Shapes;
using Sluice.Pipelines.Sources;

namespace Sluice.Local.Host.Sources;

/// <summary>When a pipeline's sources are looked at next: one look at a time, and another one if something changed while it went on.</summary>
internal sealed class WatchedPipeline : IDisposable
{
    private readonly Lock _gate = new();
    private readonly IReadOnlyList<string> _repositories;
    private readonly IFolderEvents _events;
    private readonly Action _wake;
    private readonly TimeSpan _often;
    private readonly TimeProvider _time;
    private IReadOnlyList<(string Folder, IDisposable? Watch)> _folders = [];
    private bool _isPolling;
    private bool _hasChanged = true;
    private long _polledAt;
    private TimeSpan _next;

    /// <param name="pipeline">Which one.</param>
    /// <param name="events">Tells of changes in its repositories on this machine.</param>
    /// <param name="wake">Has it looked at whether it is due.</param>
    /// <param name="often">How often folders are looked at of which nothing can be heard.</param>
    /// <param name="time">The clock.</param>
    public WatchedPipeline(PipelineDeclaration pipeline, IFolderEvents events, Action wake, TimeSpan often, TimeProvider time)
    {
        (Name, Version, _events, _wake, _often, _time) = (pipeline.Name, pipeline.Number(), events, wake, often, time);
        _repositories = [.. pipeline.Stages[0].Actions.Select(action => action.Setting("Repository") ?? "").Where(BranchFolders.IsHere)];
    }

    public string Name { get; }

    public int Version { get; }

    /// <summary>The look that goes on, or the last one.</summary>
    public Task Poll { get; set; } = Task.CompletedTask;

    /// <summary>Whether it is to be looked at now; the caller does so.</summary>
    public bool TakeDue()
    {
        lock (_gate)
        {
            if (_isPolling || (!_hasChanged && _time.GetElapsedTime(_polledAt) < _next))
            {
                return false;
            }

            (_isPolling, _hasChanged) = (true, false);
        }

        // Before the look: what changes from now on is heard of.
        Listen();
        return true;
    }

    /// <summary>The look is over.</summary>
    /// <param name="next">The pause before the next one, if nothing is heard before.</param>
    public void Polled(TimeSpan next)
    {
        lock (_gate)
        {
            var isDeaf = _folders.Count < _repositories.Count || _folders.Any(folder => folder.Watch is null);
            (_isPolling, _polledAt, _next) = (false, _time.GetTimestamp(), isDeaf && next > _often ? _often : next);
            if (!_hasChanged)
            {
                return;
            }
        }

        _wake();
    }

    public void Dispose()
    {
        foreach (var (_, watch) in _folders)
        {
            watch?.Dispose();
        }
    }

    /// <summary>A repository may come, or be made anew in its place.</summary>
    private void Listen()
    {
        var now = _repositories.Select(BranchFolders.Of).OfType<string>().Where(Directory.Exists).Select(folder => $"{folder}\n{Directory.GetCreationTimeUtc(folder):O}").ToList();
        if (now.SequenceEqual(_folders.Select(folder => folder.Folder)))
        {
            return;
        }

        Dispose();
        _folders = [.. now.Select(folder => (folder, _events.Watch(folder.Split('\n')[0], Changed)))];
    }

    private void Changed()
    {
        lock (_gate)
        {
            _hasChanged = true;
            if (_isPolling)
            {
                return;
            }
        }

        _wake();
    }
}
