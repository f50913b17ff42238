using System.Text.RegularExpressions;

namespace Sluice.Packages.Formats.Ruby.Names;

/// <summary>Names of gems. Pure.</summary>
internal static partial class GemName
{
    public const string Expected = "letters, digits, '.', '-' and '_', with a letter among them and none of the others at the beginning, 255 characters at most,";

    public static bool IsValid(string text) => text.Any(char.IsAsciiLetter) && Pattern().IsMatch(text);

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,254}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
