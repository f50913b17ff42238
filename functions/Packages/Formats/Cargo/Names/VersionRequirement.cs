using System.Text.RegularExpressions;

namespace Sluice.Packages.Formats.Cargo.Names;

/// <summary>Which versions a crate takes of another, as cargo writes it: comparators with commas between them. Pure.</summary>
internal static partial class VersionRequirement
{
    private const int Longest = 512;

    public static bool IsValid(string text) => text.Length <= Longest && text.Split(',').All(part => Comparator().IsMatch(part));

    /// <summary>As cargo tells it when it publishes, without blanks: what a manifest has as <c>1.0</c> is <c>^1.0</c> then. Text that is none stays as it is.</summary>
    public static string Canonical(string text) => IsValid(text) ? string.Join(',', text.Split(',').Select(CanonicalPart)) : text;

    private static string CanonicalPart(string part)
    {
        var match = Comparator().Match(part);
        var (sign, numbers) = (match.Groups["sign"].Value, match.Groups["numbers"].Value.Replace('x', '*').Replace('X', '*').Split('.'));
        if (numbers[0] == "*")
        {
            return "*";
        }

        var before = numbers.TakeWhile(number => number != "*").ToList();
        return before.Count < numbers.Length ? $"{(sign is "=" or "^" ? "" : sign)}{string.Join('.', before)}.*" : $"{(sign.Length == 0 ? "^" : sign)}{string.Join('.', numbers)}{match.Groups["prerelease"].Value}";
    }

    [GeneratedRegex(
        @"^ *(?<sign>\^|~|=|>=|<=|>|<)? *(?<numbers>([*xX]|[0-9]{1,20})(\.([*xX]|[0-9]{1,20})){0,2})(?<prerelease>-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)? *\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Comparator();
}
