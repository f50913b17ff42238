using System.Net;
using Microsoft.AspNetCore.Http;

namespace Sluice.Local.Cloud.Browsers;

/// <summary>
/// Keeps web pages from what listens on this machine. A page that somebody visits can have the browser send requests to 127.0.0.1: by an image, a form, a script, a link, a socket, or by a name
/// of its own that it had made to point here. The browser says so by the host that it asks for and by where it says the request is from. What is no browser sends this host and says nothing more.
/// </summary>
internal static class PageGuard
{
    /// <summary>Why a request is refused; null lets it in.</summary>
    /// <param name="source">Where it says that it is from.</param>
    /// <param name="allowedOrigins">Other origins whose pages may ask, as a CORS setting names them; <c>*</c> is all.</param>
    public static string? Refusal(RequestSource source, params IReadOnlyCollection<string> allowedOrigins) =>
        !IsHere(source.Host.Host) ? $"The request is for the host '{source.Host}', and this is 127.0.0.1 or localhost."
        : IsAllowed(source.Origin, allowedOrigins) ? null
        : Foreign(source) is { } page ? $"The request is of {page}, which is not from here."
        : null;

    // A name below localhost is this machine's own everywhere (RFC 6761), so that nobody can make it point elsewhere first.
    private static bool IsHere(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool IsAllowed(string? origin, IReadOnlyCollection<string> allowed) =>
        allowed.Contains("*") || (origin is not null && allowed.Contains(origin, StringComparer.OrdinalIgnoreCase));

    /// <summary>The page that the request is of, if it is another than what it asks.</summary>
    private static string? Foreign(RequestSource source) => source switch
    {
        { FetchSite: not (null or "none" or "same-origin") } => Named(source),

        // A page of ours that sends no referrer has the origin null, but the browser says that it is ours.
        { FetchSite: "same-origin", Origin: "null" } => null,
        { Origin: { } origin } => IsOrigin(origin, source.Host) ? null : Named(source),
        { FetchSite: null, Referer: { } referer } => IsOrigin(referer, source.Host) ? null : Named(source),
        _ => null,
    };

    private static string Named(RequestSource source) =>
        (source.Origin is null or "null" ? source.Referer : source.Origin) is { } page ? $"a page of '{page}'" : "a page of another site";

    private static bool IsOrigin(string url, HostString host) =>
        Uri.TryCreate(url, UriKind.Absolute, out var page)
        && page.Scheme == Uri.UriSchemeHttp
        && page.Host.Equals(host.Host, StringComparison.OrdinalIgnoreCase)
        && page.Port == (host.Port ?? 80);
}
