using System.Text.RegularExpressions;

namespace Sluice.Packages.Formats.PyPi.Names;

/// <summary>Names of projects, by the rules of PEP 503 and PEP 508.</summary>
internal static partial class PyName
{
    /// <summary>What is expected of a name, for messages.</summary>
    public const string Expected = "1 to 255 ASCII letters, digits, '.', '_' and '-', with a letter or digit at both ends";

    private const int Longest = 255;

    /// <summary>Whether it is a name.</summary>
    public static bool IsValid(string text) => text.Length <= Longest && Valid().IsMatch(text);

    /// <summary>The one spelling under which a name is kept: <c>Flask_Login</c> is <c>flask-login</c>.</summary>
    public static string Normalised(string name) => Separators().Replace(name, "-").ToLowerInvariant();

    [GeneratedRegex(@"^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Valid();

    [GeneratedRegex("[-_.]+", RegexOptions.NonBacktracking)]
    private static partial Regex Separators();
}
