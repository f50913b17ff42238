using Sluice.BuildRunner.Logs;

namespace Sluice.BuildRunner.Telling;

/// <summary>The log in a file, from which it goes on at the pace of whoever takes it: the commands wait for a disk at most, and however much they print, no memory is needed for it.</summary>
internal sealed class LogSpool : ILogSink, IDisposable
{
    private static readonly TimeSpan Grain = TimeSpan.FromMilliseconds(100);
    private readonly Lock _lock = new();
    private readonly Queue<(long From, DateTimeOffset At)> _times = new();
    private readonly FileStream _file;
    private readonly TimeProvider _time;
    private long _length;
    private DateTimeOffset _last;

    /// <param name="path">A file that is not there yet.</param>
    /// <param name="time">The clock.</param>
    public LogSpool(string path, TimeProvider time)
    {
        _time = time;
        _file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 0, FileOptions.DeleteOnClose);
    }

    /// <summary>Why the log is not whole any more; null if it is.</summary>
    public string? Fault { get; private set; }

    public long Length
    {
        get
        {
            lock (_lock)
            {
                return _length;
            }
        }
    }

    public void Write(ReadOnlySpan<byte> text)
    {
        lock (_lock)
        {
            if (Fault is not null)
            {
                return;
            }

            try
            {
                RandomAccess.Write(_file.SafeFileHandle, text, _length);
                Note(_time.GetUtcNow());
                _length += text.Length;
            }
            catch (IOException e)
            {
                // A full disk fails no build for its log's sake.
                Fault = e.Message;
            }
        }
    }

    /// <returns>How many bytes there were.</returns>
    public int Read(long from, Span<byte> buffer)
    {
        lock (_lock)
        {
            return RandomAccess.Read(_file.SafeFileHandle, buffer[..(int)Math.Min(buffer.Length, _length - from)], from);
        }
    }

    /// <summary>When this was written. To be asked in order: what was before is forgotten.</summary>
    public DateTimeOffset TimeOf(long position)
    {
        lock (_lock)
        {
            var at = _times.TryPeek(out var first) ? first.At : _last;
            while (_times.TryPeek(out var next) && next.From <= position)
            {
                at = next.At;
                if (_times.Count == 1 || _times.ElementAt(1).From > position)
                {
                    break;
                }

                _times.Dequeue();
            }

            return at;
        }
    }

    public void Dispose() => _file.Dispose();

    private void Note(DateTimeOffset now)
    {
        if (now - _last >= Grain)
        {
            _times.Enqueue((_length, now));
            _last = now;
        }
    }
}
