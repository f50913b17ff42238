using System.Globalization;
using System.Text.RegularExpressions;

namespace Sluice.BuildRunner.Runtimes;

/// <summary>A version as a buildspec asks for it: <c>18</c>, <c>18.x</c>, <c>3.12</c>, <c>corretto17</c> or <c>latest</c>. It is met by every version that begins so.</summary>
internal static partial class RuntimeVersion
{
    public static bool Meets(string version, string wanted) =>
        wanted == "latest" || (Numbers(wanted) is var numbers && Numbers(version) is var found && found.Count >= numbers.Count && numbers.SequenceEqual(found.Take(numbers.Count)));

    /// <summary>The newest of those that meet what is wanted.</summary>
    public static T? Newest<T>(IEnumerable<T> installed, string wanted, Func<T, string> version)
        where T : class => installed.Where(one => Meets(version(one), wanted)).OrderByDescending(one => Numbers(version(one)), Comparer<IReadOnlyList<long>>.Create(Compare)).FirstOrDefault();

    public static int Compare(IReadOnlyList<long> one, IReadOnlyList<long> other)
    {
        var difference = one.Zip(other, (a, b) => a.CompareTo(b)).FirstOrDefault(compared => compared != 0);
        return difference != 0 ? difference : one.Count.CompareTo(other.Count);
    }

    /// <summary>1.8.0_292 is Java's 8.</summary>
    public static IReadOnlyList<long> Numbers(string version)
    {
        // Debian's folders are called java-17-openjdk-amd64.
        var first = version.Split('-', '+').FirstOrDefault(part => part.Any(char.IsAsciiDigit)) ?? "";
        var numbers = Digits().Matches(first).Select(match => long.Parse(match.Value, CultureInfo.InvariantCulture)).ToList();
        return numbers is [1, 8, ..] && version.Contains('_') ? [.. numbers.Skip(1)] : numbers;
    }

    [GeneratedRegex("[0-9]{1,15}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Digits();
}
