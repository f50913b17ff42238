using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Sluice.Local.Cloud.Browsers;

namespace Sluice.Local.Cloud.Functions.Urls;

/// <summary>Writes what function URLs answer.</summary>
internal static class UrlWriter
{
    public static async Task WriteAsync(HttpContext http, UrlReply reply)
    {
        WriteHead(http.Response, reply);
        if (HasBody(http))
        {
            http.Response.ContentLength = reply.Body.Length;
            await http.Response.Body.WriteAsync(reply.Body, http.RequestAborted);
        }
    }

    public static void WriteHead(HttpResponse response, UrlReply reply)
    {
        response.StatusCode = reply.StatusCode;
        foreach (var (name, value) in reply.Headers)
        {
            response.Headers.Append(name, value);
        }
    }

    /// <summary>Whether HTTP lets the answer have a body.</summary>
    public static bool HasBody(HttpContext http) =>
        !HttpMethods.IsHead(http.Request.Method) && http.Response.StatusCode is not (StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified);

    /// <summary>The function failed, or answered what is no HTTP answer.</summary>
    public static Task BadGatewayAsync(HttpContext http) =>
        WriteAsync(http, new UrlReply(StatusCodes.Status502BadGateway, [new("Content-Type", "application/json")], "Internal Server Error"u8.ToArray()));

    /// <param name="http">The request.</param>
    /// <param name="status">Of the answer.</param>
    /// <param name="error">The error's name.</param>
    /// <param name="message">Null where Lambda says nothing.</param>
    public static Task RefuseAsync(HttpContext http, int status, string error, string? message)
    {
        http.Response.Headers["x-amzn-ErrorType"] = error;
        var body = Encoding.UTF8.GetBytes(new JsonObject { ["Message"] = message }.ToJsonString(AwsJson.Options));
        return WriteAsync(http, new UrlReply(status, [new("Content-Type", "application/json")], body));
    }

    /// <summary>Keeps another site's page out. Who followed a link may go on.</summary>
    public static Task RefusePageAsync(HttpContext http, string reason)
    {
        var link = ForeignLink.GoOn(http);
        return link.Length == 0
            ? RefuseAsync(http, StatusCodes.Status403Forbidden, "AccessDeniedException", reason)
            : WriteAsync(http, new UrlReply(
                StatusCodes.Status403Forbidden,
                [new("Content-Type", "text/html; charset=utf-8")],
                Encoding.UTF8.GetBytes($"<html>\n<head><title>403 Forbidden</title></head>\n<body>\n<p>{WebUtility.HtmlEncode(reason)}{link}</p>\n</body>\n</html>\n")));
    }
}
