using System.Globalization;
using Sluice.Packages.Records;

namespace Sluice.Packages.Formats.NuGet.Searching;

/// <summary>What is searched for.</summary>
/// <param name="Terms">Words that are in the id or the description, and ids.</param>
/// <param name="Skip">How many hits are left out.</param>
/// <param name="Take">How many are wanted at most.</param>
/// <param name="Prerelease">Whether versions before a release count.</param>
/// <param name="NewToo">Whether versions that need semantic versioning 2.0.0 count.</param>
internal sealed record SearchQuery(SearchTerms Terms, int Skip, int Take, bool Prerelease, bool NewToo)
{
    private const int Usual = 20;
    private const int Most = 1000;
    private const int Farthest = 1_000_000;

    /// <exception cref="ApiException">All that is wrong with it.</exception>
    public static SearchQuery Read(ApiRequest request)
    {
        var faults = new List<string>();
        var query = new SearchQuery(
            SearchTerms.Read(request.Parameter("q") ?? ""),
            Number(request, "skip", 0, Farthest, faults),
            Number(request, "take", Usual, int.MaxValue, faults),
            Flag(request, "prerelease", faults),
            IsNew(request.Parameter("semVerLevel")));
        return faults.Count == 0 ? query with { Take = Math.Min(query.Take, Most) } : throw PackageErrors.Invalid(string.Join("; ", faults));
    }

    /// <summary>As another registry is asked for a part of it.</summary>
    public string Written(int skip, int take) =>
        $"q={Uri.EscapeDataString(Terms.Text)}&skip={skip}&take={take}&prerelease={(Prerelease ? "true" : "false")}{(NewToo ? "&semVerLevel=2.0.0" : "")}";

    private static bool IsNew(string? level) => level?.StartsWith('2') == true;

    private static int Number(ApiRequest request, string name, int usual, int most, List<string> faults)
    {
        if (request.Parameter(name) is not { Length: > 0 } text)
        {
            return usual;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most)
        {
            return number;
        }

        faults.Add($"{name} is '{text}'; expected is a number from 0 to {most}");
        return usual;
    }

    private static bool Flag(ApiRequest request, string name, List<string> faults)
    {
        var text = request.Parameter(name) ?? "";
        if (text.Length > 0 && !bool.TryParse(text, out _))
        {
            faults.Add($"{name} is '{text}'; expected is true or false");
        }

        return text.Equals("true", StringComparison.OrdinalIgnoreCase);
    }
}
