using System.Globalization;
using System.Text;

namespace Sluice.Packages.Groups;

/// <summary>How names are held against those of patterns: strongly as they are, weakly if they look alike, so that who passes off a name as another's comes into the group of that. Pure.</summary>
internal static class NameMatch
{
    /// <summary>Null if they have nothing to do with each other.</summary>
    public static PackageGroupAssociationType? Whole(string pattern, string name) =>
        pattern == name ? PackageGroupAssociationType.STRONG : LookOf(pattern) == LookOf(name) ? PackageGroupAssociationType.WEAK : null;

    /// <summary>The same for names that begin so, where a word ends: <c>ui</c> begins <c>ui-kit</c>, and does not begin <c>uic</c>.</summary>
    public static PackageGroupAssociationType? Prefix(string pattern, string name) =>
        Begins(pattern, name) ? PackageGroupAssociationType.STRONG : Begins(LookOf(pattern), LookOf(name)) ? PackageGroupAssociationType.WEAK : null;

    /// <summary>Whether one begins the other where a word ends.</summary>
    public static bool Begins(string prefix, string name) =>
        name.StartsWith(prefix, StringComparison.Ordinal) && (name.Length == prefix.Length || prefix.Length == 0 || !IsOfWord(prefix[^1]) || !IsOfWord(name[prefix.Length]));

    /// <summary>What a name looks like at a glance: whatever its case, its punctuation, and its letters and digits that are easily taken for others.</summary>
    public static string LookOf(string name)
    {
        var look = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            if (IsOfWord(character))
            {
                look.Append(Alike(char.ToLowerInvariant(character)));
            }
            else if (look.Length == 0 || look[^1] != '-')
            {
                look.Append('-');
            }
        }

        return look.ToString();
    }

    private static char Alike(char character) => character switch
    {
        '0' => 'o',
        '1' or 'i' => 'l',
        '5' => 's',
        _ => character,
    };

    private static bool IsOfWord(char character) => char.IsLetterOrDigit(character) || char.IsSurrogate(character)
        || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
