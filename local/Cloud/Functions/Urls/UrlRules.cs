using System.Text.RegularExpressions;
using Sluice.Local.Cloud.Functions.Storage;

namespace Sluice.Local.Cloud.Functions.Urls;

/// <summary>What Lambda's model demands of a function URL; all that is wrong is told at once.</summary>
internal static partial class UrlRules
{
    private const int MostItems = 100;
    private const int MostMethods = 6;
    private const int LongestOrigin = 253;
    private const int LongestMethod = 6;
    private const int LongestHeader = 1024;
    private const int LongestMaxAge = 86400;

    /// <summary>Of the qualifier: an alias, and no version.</summary>
    public static IEnumerable<string> Qualifier(string? qualifier) => qualifier is null || (AliasForm().IsMatch(qualifier) && !qualifier.All(char.IsAsciiDigit))
        ? []
        : [LambdaErrors.Broken("qualifier", qualifier, "Member must satisfy regular expression pattern: ((?!^\\d+$)^[0-9a-zA-Z-_]+$)")];

    public static IEnumerable<string> AuthType(string? authType, bool isNeeded) => authType is null && isNeeded
        ? [LambdaErrors.Broken("authType", null, "Member must not be null")]
        : OneOf("authType", authType, UrlSettings.Open, UrlSettings.Signed);

    public static IEnumerable<string> InvokeMode(string? invokeMode) => OneOf("invokeMode", invokeMode, UrlSettings.Buffered, UrlSettings.Streamed);

    public static IEnumerable<string> Cors(CorsSettings? cors) => cors is null
        ? []
        :
        [
            .. Texts("cors.allowOrigins", cors.AllowOrigins, MostItems, shortest: 1, LongestOrigin),
            .. Texts("cors.allowMethods", cors.AllowMethods, MostMethods, shortest: 0, LongestMethod),
            .. Texts("cors.allowHeaders", cors.AllowHeaders, MostItems, shortest: 0, LongestHeader),
            .. Texts("cors.exposeHeaders", cors.ExposeHeaders, MostItems, shortest: 0, LongestHeader),
            .. cors.MaxAge is < 0 or > LongestMaxAge
                ? [LambdaErrors.Broken("cors.maxAge", $"{cors.MaxAge}", cors.MaxAge < 0 ? "Member must have value greater than or equal to 0" : $"Member must have value less than or equal to {LongestMaxAge}")]
                : Array.Empty<string>(),
        ];

    private static IEnumerable<string> OneOf(string member, string? value, params string[] allowed) => value is null || allowed.Contains(value, StringComparer.Ordinal)
        ? []
        : [LambdaErrors.Broken(member, value, $"Member must satisfy enum value set: [{string.Join(", ", allowed)}]")];

    private static IEnumerable<string> Texts(string member, IReadOnlyList<string>? texts, int most, int shortest, int longest)
    {
        var value = $"[{string.Join(", ", texts ?? [])}]";
        if (texts?.Count > most)
        {
            yield return LambdaErrors.Broken(member, value, $"Member must have length less than or equal to {most}");
        }

        if (texts?.Any(text => text is null || text.Length < shortest || text.Length > longest) == true)
        {
            yield return LambdaErrors.Broken(member, value, $"Member must satisfy constraint: [Member must have length less than or equal to {longest}, Member must have length greater than or equal to {shortest}]");
        }

        // They become headers.
        if (texts?.Any(text => text is not null && !HeaderForm().IsMatch(text)) == true)
        {
            yield return LambdaErrors.Broken(member, value, "Member must satisfy constraint: [Member must satisfy regular expression pattern: [ -~]*]");
        }
    }

    [GeneratedRegex(@"^[0-9a-zA-Z_-]{1,128}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AliasForm();

    [GeneratedRegex(@"^[ -~]*\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HeaderForm();
}
