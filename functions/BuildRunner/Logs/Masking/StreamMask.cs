using System.Text;

namespace Sluice.BuildRunner.Logs.Masking;

/// <summary>
/// Masks a text that comes in pieces, however it is cut: what may be the beginning of a secret is held back until it is known to be one, or to be none. What secrets have covered becomes one <c>***</c>.
/// </summary>
internal sealed class StreamMask
{
    /// <summary>In characters. What is shorter is left alone.</summary>
    public const int ShortestMasked = 4;

    private const string Mask = "***";
    private readonly Reading[] _readings;
    private readonly Action<string> _output;
    private readonly Action<long, long> _cover;
    private readonly List<char> _held = [];
    private readonly List<bool> _covered = [];
    private long _first;
    private bool _inMask;

    public StreamMask(IEnumerable<Reading> readings, Action<string> output) => (_readings, _output, _cover) = ([.. readings], output, Cover);

    public void Write(ReadOnlySpan<char> text)
    {
        if (_readings.Length == 0)
        {
            _output(text.ToString());
            return;
        }

        foreach (var character in text)
        {
            var position = _first + _held.Count;
            _held.Add(character);
            _covered.Add(false);
            foreach (var reading in _readings)
            {
                reading.Read(character, position, _cover);
            }
        }

        Emit(Undecided());
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
        return _readings.Where(reading => !isLine || reading.Begun >= ShortestMasked).Min(reading => reading.BegunAt) ?? _first + _held.Count;
    }

    private void Emit(long end)
    {
        var count = Math.Max(0, (int)(end - _first));
        var text = new StringBuilder(count);
        for (var i = 0; i < count; i++)
        {
            if (!_covered[i])
            {
                text.Append(_held[i]);
            }
            else if (!_inMask)
            {
                text.Append(Mask);
            }

            _inMask = _covered[i];
        }

        _held.RemoveRange(0, count);
        _covered.RemoveRange(0, count);
        _first += count;
        if (text.Length > 0)
        {
            _output(text.ToString());
        }
    }
}
