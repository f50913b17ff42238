using System.Text;

namespace Sluice.Local.Cloud.Logs.Filters;

/// <summary>Goes through a pattern's text.</summary>
internal sealed class PatternReader(string text)
{
    private int _at;

    public bool IsAtEnd => _at == text.Length;

    public char Current => IsAtEnd ? '\0' : text[_at];

    public void SkipSpace()
    {
        while (!IsAtEnd && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }
    }

    /// <summary>Passes this text if it is what comes.</summary>
    public bool Take(string expected)
    {
        if (string.CompareOrdinal(text, _at, expected, 0, expected.Length) != 0)
        {
            return false;
        }

        _at += expected.Length;
        return true;
    }

    /// <summary>Passes a word in any case, if it is a whole one.</summary>
    public bool TakeWord(string word)
    {
        var end = _at + word.Length;
        if (end > text.Length || !text.AsSpan(_at, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase) || (end < text.Length && char.IsLetterOrDigit(text[end])))
        {
            return false;
        }

        _at = end;
        return true;
    }

    /// <summary>All characters up to the first that does not fit.</summary>
    public string TakeWhile(Func<char, bool> fits)
    {
        var from = _at;
        while (!IsAtEnd && fits(text[_at]))
        {
            _at++;
        }

        return text[from.._at];
    }

    /// <summary>What is between the quotation mark that comes and its like. A backslash takes the next character as it is.</summary>
    /// <exception cref="FilterPatternException">There is no second one.</exception>
    public string Quoted()
    {
        var (quote, begin, said) = (text[_at++], _at, new StringBuilder());
        while (Current != quote && !IsAtEnd)
        {
            _at += text[_at] == '\\' && _at + 1 < text.Length && (text[_at + 1] == quote || text[_at + 1] == '\\') ? 1 : 0;
            said.Append(text[_at++]);
        }

        if (IsAtEnd)
        {
            throw Expected($"{quote} to close what begins at character {begin}");
        }

        _at++;
        return said.ToString();
    }

    /// <summary>The regular expression between two %.</summary>
    /// <exception cref="FilterPatternException">There is no second %, or it is no regular expression.</exception>
    public LineRegex Regex()
    {
        _at++;
        var pattern = TakeWhile(static c => c != '%');
        return Take("%") ? LineRegex.Of(pattern) : throw Expected("% to close the regular expression");
    }

    public FilterPatternException Expected(string what) =>
        new($"Invalid filter pattern: expected {what} at character {_at + 1}{(IsAtEnd ? ", where it ends" : $", not '{text[_at]}'")}.");
}
