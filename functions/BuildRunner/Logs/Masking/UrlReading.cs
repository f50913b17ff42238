namespace Sluice.BuildRunner.Logs.Masking;

/// <summary>Secrets in URLs: whichever of their bytes are written as <c>%41</c>, in upper or lower case, and a space as <c>+</c>.</summary>
internal sealed class UrlReading(PatternSet patterns) : Reading(patterns)
{
    private const int BitsOfDigit = 4;
    private long _start;
    private int _escape;
    private byte _digit;

    public override long? BegunAt => _escape > 0 ? Math.Min(_start, base.BegunAt ?? _start) : base.BegunAt;

    public override bool IsIdle => _escape == 0 && base.IsIdle;

    /// <summary>What a secret looks like: its bytes.</summary>
    public static string Pattern(string secret) => string.Concat(ByteText.Of(secret).Select(Symbol));

    /// <summary>A byte in place of itself, or of a space.</summary>
    public static char Symbol(char value) => value == '+' ? ' ' : value;

    /// <summary>The byte that two digits after a percent sign stand for.</summary>
    public static char Symbol(byte high, byte low) => Symbol((char)((Digit(high) << BitsOfDigit) | Digit(low)));

    public override void Read(byte value, long position, Action<long, long> found)
    {
        if (_escape > 0 && char.IsAsciiHexDigit((char)value))
        {
            Escaped(value, position, found);
            return;
        }

        if (_escape > 0)
        {
            GiveUpEscape(found);
        }

        if (value == '%')
        {
            (_escape, _start) = (1, position);
        }
        else
        {
            Take(Symbol((char)value), position, position + 1, found);
        }
    }

    public override void Reset()
    {
        base.Reset();
        _escape = 0;
    }

    private static int Digit(byte digit) => char.IsAsciiDigit((char)digit) ? digit - '0' : (digit | ' ') - 'a' + 10;

    private void Escaped(byte digit, long position, Action<long, long> found)
    {
        if (_escape == 1)
        {
            (_escape, _digit) = (2, digit);
            return;
        }

        _escape = 0;
        Take(Symbol(_digit, digit), _start, position + 1, found);
    }

    /// <summary>It was a percent sign and perhaps a digit, and nothing more.</summary>
    private void GiveUpEscape(Action<long, long> found)
    {
        Take('%', _start, _start + 1, found);
        if (_escape == 2)
        {
            Take((char)_digit, _start + 1, _start + 2, found);
        }

        _escape = 0;
    }
}
