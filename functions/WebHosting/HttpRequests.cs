using Microsoft.AspNetCore.Http;
using Sluice.Platform.Protocol;

namespace Sluice.WebHosting;

/// <summary>Requests as they came, which is how they were signed.</summary>
public static class HttpRequests
{
    /// <summary>All but the body.</summary>
    public static ApiRequest Head(HttpRequest request)
    {
        var (path, query) = RawTarget.Of(request);
        var headers = request.Headers.SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value ?? ""))).ToList();
        return new ApiRequest(request.Method, path, query, headers, default) { RemoteAddress = request.HttpContext.Connection.RemoteIpAddress?.ToString() };
    }
}
