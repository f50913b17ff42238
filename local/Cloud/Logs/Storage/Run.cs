namespace Sluice.Local.Cloud.Logs.Storage;

/// <summary>Segments in which times go up from the first event to the last. A stream has one run, and another for what comes late: an old time after a newer one.</summary>
internal sealed class Run(int number)
{
    private readonly List<Segment> _segments = [];

    public int Number => number;

    public IReadOnlyList<Segment> Segments => _segments;

    public EventKey Last => _segments[^1].Last;

    public void Add(Segment segment) => _segments.Add(segment);

    /// <summary>The segment that goes on: the last, or a new one if that would become too long.</summary>
    public Segment Writable(string folder, int bytes, SegmentSizes sizes)
    {
        if (_segments.Count > 0 && _segments[^1].Length + bytes <= sizes.Segment)
        {
            return _segments[^1];
        }

        return new Segment(new SegmentFiles(folder, number, _segments.Count == 0 ? 0 : _segments[^1].Files.Number + 1), sizes.Block);
    }

    /// <summary>Removes the segments whose every event is before a time.</summary>
    public void Trim(long before)
    {
        while (_segments.Count > 0 && _segments[0].Last.Timestamp < before)
        {
            _segments[0].Files.Delete();
            _segments.RemoveAt(0);
        }
    }
}
