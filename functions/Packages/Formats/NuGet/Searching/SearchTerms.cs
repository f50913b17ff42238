using Sluice.Packages.Model;

namespace Sluice.Packages.Formats.NuGet.Searching;

/// <summary>The words of a search, all of which must fit.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Words">Each with the field that it is to be in; null for any.</param>
internal sealed record SearchTerms(string Text, IReadOnlyList<(string? Field, string Word)> Words)
{
    private const string Exact = "packageid";
    private const string Part = "id";
    private const int MostWords = 20;

    public static SearchTerms Read(string text) =>
        new(text, [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords).Select(word => Term(word)).Where(term => term.Word.Length > 0)]);

    /// <summary>Whether a package fits, by the version of it that would be shown.</summary>
    /// <param name="name">As it is kept.</param>
    /// <param name="summary">What the version says of itself.</param>
    public bool Fit(string name, VersionSummary summary) => Words.All(term => term.Field switch
    {
        Exact => name.Equals(term.Word, StringComparison.OrdinalIgnoreCase),
        Part => Has(name, term.Word),
        _ => Has(name, term.Word) || Has(summary.Summary, term.Word),
    });

    /// <summary>How well a package fits that does, the smallest is the best: its id, the id's beginning, anything else.</summary>
    public int Rank(string name) => Words is not [var first, ..] || name.Equals(first.Word, StringComparison.OrdinalIgnoreCase) ? 0 : name.StartsWith(first.Word, StringComparison.OrdinalIgnoreCase) ? 1 : 2;

    private static (string? Field, string Word) Term(string word)
    {
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        var field = colon > 0 ? word[..colon].ToLowerInvariant() : null;
        return field is Exact or Part ? (field, word[(colon + 1)..].Trim('"')) : (null, word.Trim('"'));
    }

    private static bool Has(string? text, string word) => text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;
}
