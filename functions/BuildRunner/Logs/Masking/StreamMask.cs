using System.Text;

namespace Sluice.BuildRunner.Logs.Masking;

/// <summary>
/// Masks a text that comes in pieces, however it is cut: what may be the beginning of a secret is held back until it is known to be one, or to be none. What secrets have covered becomes one <c>***</c>.
/// </summary>
internal sealed class StreamMask(IReadOnlyList<Reading> readings, Action<string> output)
{
    private const string Mask = "***";
    private readonly StringBuilder _held = new();
    private readonly List<bool> _covered = [];
    private long _first;
    private bool _inMask;

    public void Write(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            var position = _first + _held.Length;
            _held.Append(character);
            _covered.Add(false);
            foreach (var reading in readings)
            {
                reading.Read(character, position, Cover);
            }
        }

        Emit(Undecided());
    }

    /// <summary>Nothing more comes that belongs to this.</summary>
    /// <param name="cutShort">Whether more might have come: then a secret's beginning is masked, too.</param>
    public void Flush(bool cutShort)
    {
        foreach (var reading in readings)
        {
            if (cutShort && reading is { Begun: >= SecretMask.ShortestMasked, BegunAt: { } begun })
            {
                Cover(begun, _first + _held.Length);
            }

            reading.Reset();
        }

        Emit(_first + _held.Length);
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
        var isLine = _held.Length > 0 && _held[^1] == '\n';
        return readings.Where(reading => !isLine || reading.Begun >= SecretMask.ShortestMasked).Min(reading => reading.BegunAt) ?? _first + _held.Length;
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

        _held.Remove(0, count);
        _covered.RemoveRange(0, count);
        _first += count;
        if (text.Length > 0)
        {
            output(text.ToString());
        }
    }
}
