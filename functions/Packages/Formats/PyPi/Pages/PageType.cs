using System.Globalization;

namespace Sluice.Packages.Formats.PyPi.Pages;

/// <summary>In which form a page is wanted, as PEP 691 negotiates it.</summary>
internal static class PageType
{
    public const string Json = "application/vnd.pypi.simple.v1+json";
    public const string Html = "application/vnd.pypi.simple.v1+html";
    public const string OldHtml = "text/html";

    /// <summary>The first is what nobody who says nothing would be surprised by.</summary>
    private static readonly string[] Offered = [OldHtml, Html, Json];

    /// <summary>The best form for an Accept header; null if none is wanted.</summary>
    public static string? Choose(string? accept)
    {
        if (string.IsNullOrWhiteSpace(accept))
        {
            return OldHtml;
        }

        var ranges = accept.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Range).ToList();
        var (best, weight) = Offered.Select(offered => (offered, Weight: WeightOf(offered, ranges))).MaxBy(choice => choice.Weight);
        return weight > 0 ? best : null;
    }

    /// <summary>The most exact range counts.</summary>
    private static double WeightOf(string offered, List<(string Type, double Weight)> ranges) =>
        ranges.Where(range => range.Type == offered || range.Type == offered.Replace(".v1", ".latest", StringComparison.Ordinal) || range.Type == "*/*" || range.Type == $"{offered.Split('/')[0]}/*")
            .OrderByDescending(range => range.Type.Count(character => character != '*')).Select(range => range.Weight).FirstOrDefault();

    private static (string Type, double Weight) Range(string text)
    {
        var parts = text.Split(';', StringSplitOptions.TrimEntries);
        var weight = parts.Skip(1).FirstOrDefault(part => part.StartsWith("q=", StringComparison.OrdinalIgnoreCase));
        return (parts[0].ToLowerInvariant(), weight is null ? 1 : double.TryParse(weight[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : 0);
    }
}
