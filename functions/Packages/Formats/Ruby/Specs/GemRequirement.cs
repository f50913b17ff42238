using System.Text.RegularExpressions;

namespace Sluice.Packages.Formats.Ruby.Specs;

/// <summary>Which versions are taken: all that each of these takes.</summary>
/// <param name="Parts">E.g. <c>~></c> and <c>1.2</c>.</param>
internal sealed partial record GemRequirement(IReadOnlyList<(string Sign, string Version)> Parts)
{
    private const string Default = ">= 0";
    private const int LongestNumber = 100;

    /// <summary>Any version.</summary>
    public static readonly GemRequirement Any = new([(">=", "0")]);

    private static readonly string[] Signs = ["=", "!=", ">", "<", ">=", "<=", "~>"];

    /// <summary>Whether it takes any.</summary>
    public bool IsAny => Joined("") == Default;

    /// <summary>For people.</summary>
    public override string ToString() => Joined(", ");

    /// <summary>As the index has it.</summary>
    public string Indexed => Joined("&");

    /// <summary>Of what the index has; null if it is none.</summary>
    public static GemRequirement? OfIndex(string text)
    {
        var parts = text.Split('&').Select(part => part.Split(' ', 2)).Where(part => part.Length == 2).Select(part => (part[0], part[1])).ToList();
        return parts.Count > 0 && parts.TrueForAll(part => IsPart(part.Item1, part.Item2)) ? new GemRequirement(parts) : null;
    }

    public static bool IsPart(string sign, string version) => Signs.Contains(sign) && version.Length <= LongestNumber && Number().IsMatch(version);

    private string Joined(string between) => string.Join(between, Parts.Select(part => $"{part.Sign} {part.Version}"));

    /// <summary>Requirements may have hyphens, which versions have no more.</summary>
    [GeneratedRegex(@"^[0-9]+(\.[0-9A-Za-z]+)*(-[0-9A-Za-z.-]+)?\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
