using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Sluice.Local.Cloud.Browsers;

namespace Sluice.Local.Cloud.LoadBalancers.Proxying;

/// <summary>A load balancer's own answer, with the reason, which AWS's does not tell.</summary>
internal static class BalancerPage
{
    public static Task WriteAsync(HttpContext http, int statusCode, string reason) => WriteHtmlAsync(http, statusCode, WebUtility.HtmlEncode(reason));

    /// <summary>Who followed a link from another site may go on by a click on this page, which no other page can make or show.</summary>
    public static Task RefuseAsync(HttpContext http, string reason)
    {
        http.Response.Headers.XFrameOptions = "DENY";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        var source = RequestSource.Of(http.Request);
        var target = http.Features.Get<IHttpRequestFeature>()?.RawTarget;
        var link = source.IsNavigation && PageGuard.Refusal(source with { Origin = null, FetchSite = "same-origin" }) is null && target?.StartsWith('/') == true
            ? $" If you followed a link: <a href=\"{WebUtility.HtmlEncode($"http://{source.Host}{target}")}\">go on</a>."
            : "";
        return WriteHtmlAsync(http, StatusCodes.Status403Forbidden, WebUtility.HtmlEncode(reason) + link);
    }

    private static async Task WriteHtmlAsync(HttpContext http, int statusCode, string text)
    {
        var title = statusCode switch
        {
            StatusCodes.Status403Forbidden => "403 Forbidden",
            StatusCodes.Status503ServiceUnavailable => "503 Service Temporarily Unavailable",
            StatusCodes.Status504GatewayTimeout => "504 Gateway Time-out",
            _ => "502 Bad Gateway",
        };
        var page = Encoding.UTF8.GetBytes($"<html>\n<head><title>{title}</title></head>\n<body>\n<center><h1>{title}</h1></center>\n<p>{text}</p>\n</body>\n</html>\n");
        http.Response.StatusCode = statusCode;
        http.Response.Headers.Server = "awselb/2.0";
        http.Response.ContentType = "text/html";
        http.Response.ContentLength = page.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.Body.WriteAsync(page, http.RequestAborted);
        }
    }
}
