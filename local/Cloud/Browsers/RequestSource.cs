using Microsoft.AspNetCore.Http;

namespace Sluice.Local.Cloud.Browsers;

/// <summary>What a request tells of where it comes from. A page has no power over any of these headers.</summary>
/// <param name="Host">The host and port that were asked for.</param>
/// <param name="Origin">The page's origin; browsers send it with all but plain GETs and HEADs.</param>
/// <param name="Referer">The page's address, which a page can have left out.</param>
/// <param name="FetchSite"><c>Sec-Fetch-Site</c>: how the page is related to what it asks for. Null from browsers of before 2023 and from all that is no browser.</param>
/// <param name="IsNavigation">Somebody's tab is to show the answer.</param>
internal sealed record RequestSource(HostString Host, string? Origin, string? Referer, string? FetchSite, bool IsNavigation)
{
    public static RequestSource Of(HttpRequest request) => new(
        request.Host,
        Value(request, "Origin"),
        Value(request, "Referer"),
        Value(request, "Sec-Fetch-Site"),
        HttpMethods.IsGet(request.Method) && Value(request, "Sec-Fetch-Mode") is "navigate" && Value(request, "Sec-Fetch-Dest") is "document");

    private static string? Value(HttpRequest request, string name) => request.Headers[name].ToString() is { Length: > 0 } value ? value : null;
}
