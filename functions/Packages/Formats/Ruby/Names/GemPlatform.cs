using System.Text.RegularExpressions;

namespace Sluice.Packages.Formats.Ruby.Names;

/// <summary>What a gem was made for, e.g. <c>x86_64-linux</c> or <c>java</c>. Pure.</summary>
internal static partial class GemPlatform
{
    /// <summary>Any: nothing in it is compiled.</summary>
    public const string Ruby = "ruby";

    public const string Expected = "letters, digits, '.', '-' and '_', such as x86_64-linux,";

    public static bool IsValid(string text) => Pattern().IsMatch(text);

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
