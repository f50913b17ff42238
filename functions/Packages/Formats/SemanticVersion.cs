using System.Globalization;
using System.Numerics;

namespace Sluice.Packages.Formats;

/// <summary>A version by Semantic Versioning 2.0.0. Compared by precedence; build metadata counts for nothing.</summary>
internal sealed record SemanticVersion(BigInteger Major, BigInteger Minor, BigInteger Patch, IReadOnlyList<string> Prerelease) : IComparable<SemanticVersion>
{
    private const int Longest = 255;

    public bool IsPrerelease => Prerelease.Count > 0;

    /// <summary>The version; null if it is none.</summary>
    public static SemanticVersion? Read(string text)
    {
        if (text.Length is 0 or > Longest)
        {
            return null;
        }

        var plus = text.Split('+');
        if (plus.Length > 2 || (plus.Length == 2 && !plus[1].Split('.').All(IsIdentifier)))
        {
            return null;
        }

        var dash = plus[0].Split('-', 2);
        string[] numbers = dash[0].Split('.'), prerelease = dash.Length == 2 ? dash[1].Split('.') : [];
        return numbers.Length == 3 && numbers.All(IsNumber) && prerelease.All(part => IsIdentifier(part) && (IsNumber(part) || !part.All(char.IsAsciiDigit)))
            ? new SemanticVersion(Number(numbers[0]), Number(numbers[1]), Number(numbers[2]), prerelease)
            : null;
    }

    public int CompareTo(SemanticVersion? other)
    {
        if (other is null)
        {
            return 1;
        }

        var numbers = Major.CompareTo(other.Major) is var major and not 0 ? major : Minor.CompareTo(other.Minor) is var minor and not 0 ? minor : Patch.CompareTo(other.Patch);
        return numbers != 0 ? numbers
            : IsPrerelease != other.IsPrerelease ? (IsPrerelease ? -1 : 1)
            : Prerelease.Zip(other.Prerelease, Compare).FirstOrDefault(difference => difference != 0) is var first and not 0 ? first
            : Prerelease.Count.CompareTo(other.Prerelease.Count);
    }

    private static int Compare(string left, string right) => (IsNumber(left), IsNumber(right)) switch
    {
        (true, true) => Number(left).CompareTo(Number(right)),
        (true, false) => -1,
        (false, true) => 1,
        _ => string.CompareOrdinal(left, right),
    };

    private static bool IsNumber(string text) => text.Length > 0 && text.All(char.IsAsciiDigit) && (text.Length == 1 || text[0] != '0');

    private static bool IsIdentifier(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static BigInteger Number(string text) => BigInteger.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
