using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Sluice.Packages.Formats.Ruby.Names;

/// <summary>The number of a version, as RubyGems compares it: <c>1.0</c> and <c>1.0.0</c> are one, and what has a letter comes before its release.</summary>
internal sealed partial record GemNumber : IComparable<GemNumber>
{
    public const string Expected = "digits, and then more of them or of letters after dots, such as 1.2.0 or 2.0.rc1,";
    private const int Longest = 100;
    private readonly IReadOnlyList<object> _parts;

    private GemNumber(string text, IReadOnlyList<object> parts) => (Text, _parts) = (text, parts);

    /// <summary>As it is written.</summary>
    public string Text { get; }

    public bool IsPrerelease => Text.Any(char.IsAsciiLetter);

    /// <summary>The number; null if it is none.</summary>
    public static GemNumber? Read(string text) => text.Length <= Longest && Pattern().IsMatch(text) ? new GemNumber(text, Canonical([.. Parts().Matches(text).Select(part => Part(part.Value))])) : null;

    public bool Equals(GemNumber? other) => CompareTo(other) == 0;

    public override int GetHashCode() => string.Join('.', _parts).GetHashCode(StringComparison.Ordinal);

    public int CompareTo(GemNumber? other)
    {
        if (other is null)
        {
            return 1;
        }

        for (var at = 0; at < Math.Max(_parts.Count, other._parts.Count); at++)
        {
            if (Compare(At(_parts, at), At(other._parts, at)) is var difference and not 0)
            {
                return difference;
            }
        }

        return 0;
    }

    private static object Part(string text) => char.IsAsciiDigit(text[0]) ? BigInteger.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : text;

    /// <summary>Zeros count for nothing at the end, nor before the first letters.</summary>
    private static List<object> Canonical(List<object> parts)
    {
        var letters = parts.FindIndex(part => part is string);
        return letters < 0 ? Trimmed(parts) : [.. Trimmed(parts[..letters]), .. Trimmed(parts[letters..])];
    }

    private static List<object> Trimmed(List<object> parts) => parts[..(parts.FindLastIndex(part => part is not BigInteger { IsZero: true }) + 1)];

    private static object At(IReadOnlyList<object> parts, int index) => index < parts.Count ? parts[index] : BigInteger.Zero;

    private static int Compare(object one, object other) => (one, other) switch
    {
        (BigInteger left, BigInteger right) => left.CompareTo(right),
        (string left, string right) => string.CompareOrdinal(left, right),
        (string, _) => -1,
        _ => 1,
    };

    [GeneratedRegex(@"^[0-9]+(\.[0-9A-Za-z]+)*\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();

    [GeneratedRegex("[0-9]+|[A-Za-z]+", RegexOptions.NonBacktracking)]
    private static partial Regex Parts();
}
