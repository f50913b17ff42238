using System.Buffers;
using System.Text;

namespace Sluice.BuildRunner.Logs.Masking;

/// <summary>
/// Passes over what is surely no part of a secret, many bytes at a time. A secret shows by its first four bytes in a row, as they are or in Base64, unless a line end (in Base64) or an escape (in a URL) is
/// among them, and those are looked at where they stand. From what it finds on a <see cref="StreamMask"/> reads byte by byte; to begin too early is no harm.
/// </summary>
internal sealed class SecretScan
{
    private const int Before = StreamMask.ShortestMasked - 1;
    private const int Escape = 3;
    private static readonly SearchValues<char> _breaks = SearchValues.Create("\n\r%");
    private readonly PatternSet _base64;
    private readonly PatternSet _url;
    private readonly SearchValues<string> _beginnings;
    private char[] _text = [];
    private int _count;
    private int _beginning;
    private int _break;

    public SecretScan(PatternSet plain, PatternSet base64, PatternSet url)
    {
        (_base64, _url) = (base64, url);
        _beginnings = SearchValues.Create(
            [.. plain.Beginnings.Concat(base64.Beginnings.SelectMany(beginning => Spelled(beginning, Base64Reading.Symbol))).Concat(url.Beginnings.SelectMany(beginning => Spelled(beginning, UrlReading.Symbol))).Distinct(StringComparer.Ordinal)],
            StringComparison.Ordinal);
    }

    /// <summary>What <see cref="Next"/> looks through.</summary>
    public void Open(ReadOnlySpan<byte> text)
    {
        if (_text.Length < text.Length)
        {
            _text = new char[text.Length];
        }

        _count = Encoding.Latin1.GetChars(text, _text);
        _beginning = _break = -1;
    }

    /// <param name="from">Nothing before it belongs to a secret to come.</param>
    /// <returns>Before where the same holds; never more than all but the last bytes, which may be the beginning of anything.</returns>
    public int Next(int from)
    {
        var (line, escape) = (from, from);
        for (var at = from; ; at = _break + 1)
        {
            Look(at);
            if (_beginning <= _break)
            {
                return Begin(from, _beginning);
            }

            if (_text[_break] != '%')
            {
                if (StateOf(_base64, Math.Max(line, _break - Before), Base64Reading.Symbol) != 0)
                {
                    return Begin(from, _break);
                }

                line = _break + 1;
            }
            else if (_break + Escape > _count || (IsEscape(_break) && IsBegunByEscape(Math.Max(escape, _break - Before))))
            {
                return Begin(from, _break);
            }
            else if (IsEscape(_break))
            {
                escape = _break + Escape;
            }
        }
    }

    /// <summary>All ways to write a beginning down, of which more than one symbol may stand for the same.</summary>
    private static IEnumerable<string> Spelled(string symbols, Func<char, char> symbol)
    {
        IEnumerable<string> spelled = [""];
        foreach (var wanted in symbols)
        {
            var bytes = Enumerable.Range(0, byte.MaxValue + 1).Select(value => (char)value).Where(value => symbol(value) == wanted).ToList();
            spelled = spelled.SelectMany(before => bytes.Select(value => before + value)).ToList();
        }

        return spelled;
    }

    private void Look(int at)
    {
        if (_beginning < at)
        {
            _beginning = IndexOrEnd(at, _text.AsSpan(at, _count - at).IndexOfAny(_beginnings));
        }

        if (_break < at)
        {
            _break = IndexOrEnd(at, _text.AsSpan(at, _count - at).IndexOfAny(_breaks));
        }
    }

    private int IndexOrEnd(int at, int found) => found < 0 ? _count : at + found;

    /// <summary>A little before what was found, since a break soon after it may belong to something that has begun there; but not within an escape.</summary>
    private int Begin(int from, int found)
    {
        var start = Math.Max(from, found - Before);
        return start - 1 >= from && IsEscape(start - 1) ? start - 1 : start - 2 >= from && IsEscape(start - 2) ? start - 2 : start;
    }

    private bool IsEscape(int at) => at + Escape <= _count && _text[at] == '%' && char.IsAsciiHexDigit(_text[at + 1]) && char.IsAsciiHexDigit(_text[at + 2]);

    private bool IsBegunByEscape(int from) =>
        _url.After(StateOf(_url, from, UrlReading.Symbol), UrlReading.Symbol((byte)_text[_break + 1], (byte)_text[_break + 2])) != 0;

    /// <summary>Of what stands right before the break.</summary>
    private int StateOf(PatternSet patterns, int from, Func<char, char> symbol)
    {
        var state = 0;
        for (var at = from; at < _break; at++)
        {
            state = patterns.After(state, symbol(_text[at]));
        }

        return state;
    }
}
