using System.Globalization;
using Microsoft.AspNetCore.Http;
using Sluice.Local.Cloud.Functions.Storage;

namespace Sluice.Local.Cloud.Functions.Urls;

/// <summary>What a function URL tells browsers of its CORS settings. The suite says it, whatever the function says.</summary>
internal static class UrlCors
{
    private const string Any = "*";

    /// <summary>Whether a browser asks what a page may send. The function is not asked.</summary>
    public static bool IsPreflight(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method) && request.Headers.Origin.Count > 0 && request.Headers.AccessControlRequestMethod.Count > 0;

    /// <summary>Replaces what is said of CORS.</summary>
    public static void Write(IHeaderDictionary headers, CorsSettings cors, string? origin, bool isPreflight)
    {
        foreach (var name in headers.Keys.Where(name => name.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            headers.Remove(name);
        }

        foreach (var (name, value) in Of(cors, origin, isPreflight))
        {
            headers.Append(name, value);
        }
    }

    /// <param name="origin">The page's; null if no page of another origin asks.</param>
    internal static IEnumerable<KeyValuePair<string, string>> Of(CorsSettings cors, string? origin, bool isPreflight)
    {
        var isOpen = cors.AllowOrigins?.Contains(Any) == true;
        var credentials = cors.AllowCredentials == true;
        if (!isOpen || credentials)
        {
            yield return new("Vary", "Origin");
        }

        if (origin is null || !(isOpen || cors.AllowOrigins?.Contains(origin, StringComparer.OrdinalIgnoreCase) == true))
        {
            yield break;
        }

        yield return new("Access-Control-Allow-Origin", isOpen && !credentials ? Any : origin);
        foreach (var (name, value) in isPreflight ? Preflight(cors) : Listed("Access-Control-Expose-Headers", cors.ExposeHeaders))
        {
            yield return new(name, value);
        }

        if (credentials)
        {
            yield return new("Access-Control-Allow-Credentials", "true");
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Preflight(CorsSettings cors) =>
    [
        .. Listed("Access-Control-Allow-Methods", cors.AllowMethods),
        .. Listed("Access-Control-Allow-Headers", cors.AllowHeaders),
        .. Listed("Access-Control-Max-Age", cors.MaxAge is { } seconds ? [seconds.ToString(CultureInfo.InvariantCulture)] : []),
    ];

    private static IEnumerable<KeyValuePair<string, string>> Listed(string name, IReadOnlyList<string>? values) =>
        values is { Count: > 0 } ? [new(name, string.Join(",", values))] : [];
}
