using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Sluice.Local.Cloud.Browsers;

/// <summary>Who followed a link from another site may go on by a click on a page that no other page can make or show.</summary>
internal static class ForeignLink
{
    /// <summary>What to write on the page behind its reason, in HTML; empty for a request that no person made. The answer can be shown in no other page's frame from here on.</summary>
    public static string GoOn(HttpContext http)
    {
        http.Response.Headers.XFrameOptions = "DENY";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        var source = RequestSource.Of(http.Request);
        var target = http.Features.Get<IHttpRequestFeature>()?.RawTarget;
        return source.IsNavigation && PageGuard.Refusal(source with { Origin = null, FetchSite = "same-origin" }) is null && target?.StartsWith('/') == true
            ? $" If you followed a link: <a href=\"{WebUtility.HtmlEncode($"http://{source.Host}{target}")}\">go on</a>."
            : "";
    }
}
