using System.Globalization;

namespace Sluice.Platform.Documents;

/// <summary>What a value's text means.</summary>
internal static class ScalarText
{
    /// <summary>True and false by YAML's core schema, and <c>yes</c> and <c>no</c>, which CodeBuild's documents use.</summary>
    public static bool? Boolean(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "YES" => true,
        "FALSE" or "NO" => false,
        _ => null,
    };

    public static int? Integer(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>As JSON writes whole numbers: 1.0 and 1e3 are some.</summary>
    public static int? WholeNumber(string text) => Number(text) is { } value && value == decimal.Truncate(value) && value is >= int.MinValue and <= int.MaxValue ? (int)value : null;

    public static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
}
