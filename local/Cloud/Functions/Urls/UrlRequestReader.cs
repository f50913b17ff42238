using Microsoft.AspNetCore.Http;
using Sluice.Local.Cloud.Http;
using Sluice.Platform.Protocol;
using Sluice.WebHosting;

namespace Sluice.Local.Cloud.Functions.Urls;

/// <summary>Reads requests as functions are told them.</summary>
internal static class UrlRequestReader
{
    public static UrlRequest Read(HttpRequest request, ReadOnlyMemory<byte> body, Caller? caller, string traceId)
    {
        var (path, query) = RawTarget.Of(request);
        var connection = request.HttpContext.Connection;
        var source = (connection.RemoteIpAddress ?? System.Net.IPAddress.Loopback).ToString();
        var headers = request.Headers
            .Where(header => !header.Key.Equals("Connection", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(header => header.Key.ToLowerInvariant(), header => string.Join(",", header.Value.ToArray()), StringComparer.Ordinal);
        headers["x-amzn-trace-id"] = traceId;
        headers["x-forwarded-for"] = source;
        headers["x-forwarded-proto"] = "http";
        headers["x-forwarded-port"] = $"{request.Host.Port ?? 80}";
        return new UrlRequest(request.Method, path, query, headers, body, source, request.Protocol, caller);
    }
}
