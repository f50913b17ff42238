using System.Runtime.InteropServices;

namespace Sluice.BuildRunner.Logs.Masking;

/// <summary>
/// Masks an output that comes in pieces, however it is cut: what may be the beginning of a secret is held back until it is known to be one, or to be none. What secrets have covered becomes one <c>***</c>. All else
/// goes on as the bytes that it is, and most of it at once: it is read byte by byte only where a <see cref="SecretScan"/> says that something may begin.
/// </summary>
internal sealed class StreamMask
{
    /// <summary>In bytes. What is shorter is left alone.</summary>
    public const int ShortestMasked = 4;

    // A scan takes a while to be made, and many a build prints a few lines only.
    private const int WorthScanning = 256;

    private readonly ByteSink _output;
    private readonly Reading[] _readings;
    private readonly Func<SecretScan>? _makeScan;
    private readonly Action<long, long> _cover;
    private readonly List<byte> _held = [];
    private readonly List<bool> _covered = [];
    private readonly List<byte> _shown = [];
    private SecretScan? _scan;
    private long _first;
    private bool _inMask;

    /// <summary>One that shows everything.</summary>
    public StreamMask(ByteSink output)
        : this(output, [], null)
    {
    }

    /// <param name="output">Takes what is shown.</param>
    /// <param name="readings">All ways to find secrets.</param>
    /// <param name="makeScan">Makes what passes over all that none of them could find.</param>
    public StreamMask(ByteSink output, Reading[] readings, Func<SecretScan>? makeScan) => (_output, _readings, _makeScan, _cover) = (output, readings, makeScan, Cover);

    public void Write(ReadOnlySpan<byte> text)
    {
        if (_readings.Length == 0)
        {
            _output(text);
            return;
        }

        var scan = text.Length < WorthScanning ? null : _scan ??= _makeScan?.Invoke();
        scan?.Open(text);
        for (var at = 0; at < text.Length;)
        {
            if (scan is not null && IsIdle)
            {
                Emit(_first + _held.Count);
                var next = scan.Next(at);
                Pass(text[at..next]);
                at = next;
            }

            Read(text[at++]);
        }

        Emit(Undecided());
        Show();
    }

    /// <summary>Nothing more comes that belongs to this.</summary>
    /// <param name="cutShort">Whether more might have come: then a secret's beginning is masked, too.</param>
    public void Flush(bool cutShort)
    {
        foreach (var reading in _readings)
        {
            if (cutShort && reading is { Begun: >= ShortestMasked, BegunAt: { } begun })
            {
                Cover(begun, _first + _held.Count);
            }

            reading.Reset();
        }

        Emit(_first + _held.Count);
        _inMask = false;
        Show();
    }

    private bool IsIdle => Array.TrueForAll(_readings, reading => reading.IsIdle);

    private void Read(byte value)
    {
        var position = _first + _held.Count;
        _held.Add(value);
        _covered.Add(false);
        foreach (var reading in _readings)
        {
            reading.Read(value, position, _cover);
        }
    }

    /// <summary>Nothing is held.</summary>
    private void Pass(ReadOnlySpan<byte> text)
    {
        if (text.Length > 0)
        {
            _first += text.Length;
            _inMask = false;
            _shown.AddRange(text);
        }
    }

    private void Cover(long from, long to)
    {
        for (var i = Math.Max(0, (int)(from - _first)); i < to - _first; i++)
        {
            _covered[i] = true;
        }
    }

    /// <summary>From where on the text may still become a secret. So that lines are seen when they are printed, a line is not held for a beginning that tells nothing.</summary>
    private long Undecided()
    {
        var isLine = _held.Count > 0 && _held[^1] == '\n';
        var undecided = _first + _held.Count;
        foreach (var reading in _readings)
        {
            if (reading.BegunAt is { } begun && (!isLine || reading.Begun >= ShortestMasked))
            {
                undecided = Math.Min(undecided, begun);
            }
        }

        return undecided;
    }

    private void Emit(long end)
    {
        var count = Math.Max(0, (int)(end - _first));
        for (var i = 0; i < count; i++)
        {
            if (!_covered[i])
            {
                _shown.Add(_held[i]);
            }
            else if (!_inMask)
            {
                _shown.AddRange("***"u8);
            }

            _inMask = _covered[i];
        }

        _held.RemoveRange(0, count);
        _covered.RemoveRange(0, count);
        _first += count;
    }

    /// <summary>At once for a whole piece: each write may be a call of the system.</summary>
    private void Show()
    {
        if (_shown.Count > 0)
        {
            _output(CollectionsMarshal.AsSpan(_shown));
            _shown.Clear();
        }
    }
}
