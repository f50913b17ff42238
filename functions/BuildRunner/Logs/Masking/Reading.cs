namespace Sluice.BuildRunner.Logs.Masking;

/// <summary>One way in which bytes can hold a secret: it turns them into symbols, and finds the secrets among those.</summary>
internal abstract class Reading(PatternSet patterns)
{
    private readonly long[] _starts = new long[patterns.Deepest + 1];
    private long _count;
    private int _state;

    /// <summary>How many symbols at the end of the text may be the beginning of a secret.</summary>
    public int Begun => patterns.Begun(_state);

    /// <summary>Where in the text that begins which may be a secret; null if nothing does.</summary>
    public virtual long? BegunAt => Begun == 0 ? null : StartOf(Begun);

    /// <summary>Whether what was read has no part in any secret to come.</summary>
    public virtual bool IsIdle => _state == 0;

    /// <summary>The next byte.</summary>
    /// <param name="value">It.</param>
    /// <param name="position">Where it stands in the text.</param>
    /// <param name="found">Is told from where to before where a secret stands that ends with this byte.</param>
    public abstract void Read(byte value, long position, Action<long, long> found);

    /// <summary>What comes next does not belong to what was before.</summary>
    public virtual void Reset() => _state = 0;

    /// <param name="symbol">It.</param>
    /// <param name="start">Where its first byte stands.</param>
    /// <param name="end">Before where it ends.</param>
    protected void Take(char symbol, long start, long end, Action<long, long> found)
    {
        if (_state == 0 && !patterns.Begins(symbol))
        {
            return;
        }

        _starts[_count++ % _starts.Length] = start;
        _state = patterns.After(_state, symbol);
        if (patterns.Ended(_state) is > 0 and var length)
        {
            found(StartOf(length), end);
        }
    }

    private long StartOf(int symbols) => _starts[(_count - symbols) % _starts.Length];
}
