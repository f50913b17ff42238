using System.Globalization;
using System.Text;

namespace Sluice.Local.StateMachines.Paths;

/// <summary>A position in a small text that is parsed by hand: paths, filters, intrinsic functions.</summary>
internal sealed class Cursor(string text)
{
    /// <summary>Deeper brackets are refused rather than parsed by a recursion without bound.</summary>
    private const int MaxNesting = 32;
    private int nesting;

    internal string Text { get; } = text;

    internal int Position { get; set; }

    internal bool AtEnd => Position >= Text.Length;

    internal char Current => AtEnd ? '\0' : Text[Position];

    internal PathSyntaxException Fault(string expected) =>
        new(AtEnd ? $"ends where {expected} is expected" : $"has '{Current}' at position {Position + 1} where {expected} is expected");

    internal bool TryTake(char c)
    {
        if (AtEnd || Current != c)
        {
            return false;
        }

        Position++;
        return true;
    }

    internal bool TryTake(string word)
    {
        if (!Text.AsSpan(Position).StartsWith(word, StringComparison.Ordinal))
        {
            return false;
        }

        Position += word.Length;
        return true;
    }

    internal void Take(char c)
    {
        if (!TryTake(c))
        {
            throw Fault($"'{c}'");
        }
    }

    internal void SkipSpace()
    {
        while (!AtEnd && char.IsWhiteSpace(Current))
        {
            Position++;
        }
    }

    internal string TakeWhile(Func<char, bool> accept)
    {
        var start = Position;
        while (!AtEnd && accept(Current))
        {
            Position++;
        }

        return Text[start..Position];
    }

    internal bool TryTakeInteger(out int value)
    {
        var start = Position;
        TryTake('-');
        var digits = TakeWhile(char.IsAsciiDigit);
        if (digits.Length > 0 && int.TryParse(Text.AsSpan(start, Position - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value))
        {
            return true;
        }

        Position = start;
        value = 0;
        return false;
    }

    /// <summary>The text up to the closing quote, at whose opening one this stands; a backslash takes that quote or another backslash as it is, and stands for itself before anything else, as in AWS.</summary>
    internal string TakeQuoted()
    {
        var quote = Current;
        Position++;
        var result = new StringBuilder();
        while (!AtEnd && Current != quote)
        {
            if (Current == '\\' && Position + 1 < Text.Length && (Text[Position + 1] == quote || Text[Position + 1] == '\\'))
            {
                Position++;
            }

            result.Append(Current);
            Position++;
        }

        Take(quote);
        return result.ToString();
    }

    internal T Nested<T>(Func<T> parse)
    {
        if (++nesting > MaxNesting)
        {
            throw new PathSyntaxException($"is nested more than {MaxNesting} deep");
        }

        var result = parse();
        nesting--;
        return result;
    }
}
