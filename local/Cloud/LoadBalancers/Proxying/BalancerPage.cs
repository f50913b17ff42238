using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Sluice.Local.Cloud.Browsers;

namespace Sluice.Local.Cloud.LoadBalancers.Proxying;

/// <summary>A load balancer's own answer, with the reason, which AWS's does not tell.</summary>
internal static class BalancerPage
{
    public static Task WriteAsync(HttpContext http, int statusCode, string reason) => WriteHtmlAsync(http, statusCode, WebUtility.HtmlEncode(reason));

    /// <summary>Keeps another site's page out, see <see cref="ForeignLink"/>.</summary>
    public static Task RefuseAsync(HttpContext http, string reason) => WriteHtmlAsync(http, StatusCodes.Status403Forbidden, WebUtility.HtmlEncode(reason) + ForeignLink.GoOn(http));

    private static async Task WriteHtmlAsync(HttpContext http, int statusCode, string text)
    {
        var title = statusCode switch
        {
            StatusCodes.Status503ServiceUnavailable => "503 Service Temporarily Unavailable",
            StatusCodes.Status504GatewayTimeout => "504 Gateway Time-out",
            _ => $"{statusCode} {ReasonPhrases.GetReasonPhrase(statusCode)}",
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
