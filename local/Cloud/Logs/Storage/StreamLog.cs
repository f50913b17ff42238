namespace Sluice.Local.Cloud.Logs.Storage;

/// <summary>The events of one stream in its folder. Writers take turns; readers see what was whole when they began, and read no more of it than they need.</summary>
internal sealed class StreamLog
{
    private static readonly Comparer<StoredEvent> Up = Comparer<StoredEvent>.Create(static (left, right) => left.Key.CompareTo(right.Key));
    private static readonly Comparer<StoredEvent> Down = Comparer<StoredEvent>.Create(static (left, right) => right.Key.CompareTo(left.Key));
    private readonly Lock _gate = new();
    private readonly List<Run> _runs = [];
    private readonly string _folder;
    private readonly SegmentSizes _sizes;
    private long _sequence;
    private bool _isDeleted;

    /// <summary>What is there, mended where a write did not come to its end.</summary>
    public StreamLog(string folder, SegmentSizes sizes)
    {
        (_folder, _sizes) = (folder, sizes);
        foreach (var segment in SegmentFiles.In(folder).Select(files => Segment.Open(files, sizes.Block)).OfType<Segment>())
        {
            if (_runs.Count == 0 || _runs[^1].Number != segment.Files.Run)
            {
                _runs.Add(new Run(segment.Files.Run));
            }

            _runs[^1].Add(segment);
            _sequence = Math.Max(_sequence, segment.Last.Sequence);
        }
    }

    /// <summary>What is known of it without reading an event.</summary>
    public StreamSummary Summary
    {
        get
        {
            lock (_gate)
            {
                return StreamSummary.Of([.. _runs.SelectMany(run => run.Segments)]);
            }
        }
    }

    /// <summary>Stores events of which none is before the one before it.</summary>
    /// <returns>False if the stream was deleted.</returns>
    /// <exception cref="IOException">The disk does not take them; then none is stored.</exception>
    public bool Append(IReadOnlyList<LogEvent> events, long ingestedAt)
    {
        lock (_gate)
        {
            if (_isDeleted)
            {
                return false;
            }

            if (events.Count > 0)
            {
                Write(EncodedEvents.Of(events, _sequence, ingestedAt), ingestedAt);
            }

            return true;
        }
    }

    public IEnumerable<StoredEvent> Forward(EventRange range) =>
        SortedMerge.Of(Views(range).Select(run => run.SelectMany(segment => segment.Forward(range))), Up);

    public IEnumerable<StoredEvent> Backward(EventRange range) =>
        SortedMerge.Of(Views(range).Select(run => run.Reverse().SelectMany(segment => segment.Backward(range))), Down);

    /// <summary>Removes what was before a time, as far as whole segments were.</summary>
    public void Trim(long before)
    {
        lock (_gate)
        {
            _runs.ForEach(run => run.Trim(before));
            _runs.RemoveAll(run => run.Segments.Count == 0);
        }
    }

    /// <summary>Removes all of it, for good.</summary>
    public void Delete()
    {
        lock (_gate)
        {
            _isDeleted = true;
            _runs.Clear();
            if (Directory.Exists(_folder))
            {
                Directory.Delete(_folder, recursive: true);
            }
        }
    }

    private void Write(EncodedEvents events, long ingestedAt)
    {
        var run = RunFor(events.Starts[0].First.Timestamp);
        var segment = run.Writable(_folder, events.Bytes.Length, _sizes);
        var isStarted = segment.Length > 0;
        if (!isStarted)
        {
            Directory.CreateDirectory(_folder);
        }

        segment.Append(events, ingestedAt);
        _sequence = events.Last.Sequence;
        if (!isStarted)
        {
            Keep(run, segment);
        }
    }

    private void Keep(Run run, Segment segment)
    {
        run.Add(segment);
        if (!_runs.Contains(run))
        {
            _runs.Add(run);
        }
    }

    /// <summary>The run that ends last among those that do not end later: so that few runs are needed.</summary>
    private Run RunFor(long timestamp) =>
        _runs.Where(run => run.Last.Timestamp <= timestamp).MaxBy(run => run.Last) ?? new Run(_runs.Count == 0 ? 0 : _runs.Max(run => run.Number) + 1);

    private List<SegmentView[]> Views(EventRange range)
    {
        lock (_gate)
        {
            return [.. _runs.Select(run => run.Segments.Where(segment => segment.First < range.To && segment.Last >= range.From).Select(segment => segment.View()).ToArray())];
        }
    }
}
