using System.Text;

namespace Sluice.BuildRunner.Logs.Masking;

/// <summary>Secrets in URLs: whichever of their bytes are written as <c>%41</c>, in upper or lower case, and a space as <c>+</c>.</summary>
internal sealed class UrlReading(PatternSet patterns) : Reading(patterns)
{
    private long _start;
    private string _escape = "";
    private char _high;

    public override long? BegunAt => _escape.Length > 0 || _high != 0 ? Math.Min(_start, base.BegunAt ?? _start) : base.BegunAt;

    /// <summary>What a secret looks like: its bytes.</summary>
    public static string Pattern(string secret) => string.Concat(Encoding.UTF8.GetBytes(secret).Select(Symbol));

    public override void Read(char character, long position, Action<long, long> found)
    {
        if (_escape.Length > 0 && char.IsAsciiHexDigit(character))
        {
            Escaped(character, position, found);
            return;
        }

        if (_escape.Length > 0)
        {
            GiveUpEscape(found);
        }

        if (character == '%')
        {
            (_escape, _start) = ("%", position);
        }
        else
        {
            Unescaped(character, position, found);
        }
    }

    public override void Reset()
    {
        base.Reset();
        (_escape, _high) = ("", '\0');
    }

    private static char Symbol(byte value) => value == '+' ? ' ' : (char)value;

    private void Escaped(char digit, long position, Action<long, long> found)
    {
        _escape += digit;
        if (_escape.Length == 3)
        {
            var value = Convert.ToByte(_escape[1..], fromBase: 16);
            _escape = "";
            Take(Symbol(value), _start, position + 1, found);
        }
    }

    /// <summary>It was a percent sign and perhaps a digit, and nothing more.</summary>
    private void GiveUpEscape(Action<long, long> found)
    {
        for (var i = 0; i < _escape.Length; i++)
        {
            Take(_escape[i], _start + i, _start + i + 1, found);
        }

        _escape = "";
    }

    private void Unescaped(char character, long position, Action<long, long> found)
    {
        if (char.IsAscii(character))
        {
            _high = '\0';
            Take(Symbol((byte)character), position, position + 1, found);
            return;
        }

        if (char.IsHighSurrogate(character))
        {
            (_high, _start) = (character, position);
            return;
        }

        var isPair = _high != 0 && char.IsLowSurrogate(character);
        var bytes = Encoding.UTF8.GetBytes(isPair ? [_high, character] : [character]);
        var start = isPair ? _start : position;
        _high = '\0';
        foreach (var value in bytes)
        {
            Take(Symbol(value), start, position + 1, found);
        }
    }
}
