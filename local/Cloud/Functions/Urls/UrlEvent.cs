using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Sluice.Platform.Json;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Functions.Urls;

/// <summary>What a function is told of a request to its URL: Lambda's payload format 2.0 (https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html#urls-request-payload).</summary>
internal static class UrlEvent
{
    private const string Default = "$default";
    private const string Cookie = "cookie";
    private static readonly string[] TextTypes = ["application/json", "application/xml", "application/javascript"];

    /// <param name="request">The request.</param>
    /// <param name="urlId">Of the function URL.</param>
    /// <param name="accountId">This machine's.</param>
    /// <param name="requestId">What the invocation is called.</param>
    /// <param name="now">When it came.</param>
    public static byte[] Of(UrlRequest request, string urlId, string accountId, string requestId, DateTimeOffset now)
    {
        var isText = IsText(request);
        var document = new JsonObject
        {
            ["version"] = "2.0",
            ["routeKey"] = Default,
            ["rawPath"] = request.Path,
            ["rawQueryString"] = request.Query,
            ["headers"] = new JsonObject(request.Headers.Where(header => header.Key != Cookie).Select(header => KeyValuePair.Create(header.Key, (JsonNode?)header.Value))),
            ["requestContext"] = Context(request, urlId, accountId, requestId, now),
            ["isBase64Encoded"] = !isText && request.Body.Length > 0,
        };
        Add(document, "cookies", Cookies(request));
        Add(document, "queryStringParameters", Parameters(request.Query));
        Add(document, "body", request.Body.Length == 0 ? null : isText ? Encoding.UTF8.GetString(request.Body.Span) : Convert.ToBase64String(request.Body.Span));
        return JsonSerializer.SerializeToUtf8Bytes(document, SluiceJson.Options);
    }

    private static JsonObject Context(UrlRequest request, string urlId, string accountId, string requestId, DateTimeOffset now)
    {
        var context = new JsonObject
        {
            ["accountId"] = request.Caller is null ? "anonymous" : accountId,
            ["apiId"] = urlId,
            ["domainName"] = request.Headers.GetValueOrDefault("host") ?? "",
            ["domainPrefix"] = urlId,
            ["http"] = new JsonObject
            {
                ["method"] = request.Method,
                ["path"] = request.Path,
                ["protocol"] = request.Protocol,
                ["sourceIp"] = request.SourceIp,
                ["userAgent"] = request.Headers.GetValueOrDefault("user-agent"),
            },
            ["requestId"] = requestId,
            ["routeKey"] = Default,
            ["stage"] = Default,
            ["time"] = now.ToUniversalTime().ToString("dd/MMM/yyyy:HH:mm:ss +0000", CultureInfo.InvariantCulture),
            ["timeEpoch"] = now.ToUnixTimeMilliseconds(),
        };
        Add(context, "authorizer", request.Caller is { } caller ? Authorizer(caller, accountId) : null);
        return context;
    }

    private static JsonObject Authorizer(Caller caller, string accountId) => new()
    {
        ["iam"] = new JsonObject
        {
            ["accessKey"] = caller.AccessKeyId,
            ["accountId"] = accountId,
            ["callerId"] = caller.AccessKeyId,
            ["cognitoIdentity"] = null,
            ["principalOrgId"] = null,
            ["userArn"] = $"arn:aws:iam::{accountId}:user/{caller.AccessKeyId}",
            ["userId"] = caller.AccessKeyId,
        },
    };

    private static JsonArray? Cookies(UrlRequest request) => request.Headers.GetValueOrDefault(Cookie) is { } cookies
        ? new JsonArray([.. cookies.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(cookie => (JsonNode?)cookie)])
        : null;

    /// <summary>Several values of one name are joined by commas.</summary>
    private static JsonObject? Parameters(string query)
    {
        var pairs = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Select(pair => (Name: Decoded(pair[0]), Value: pair.Length == 2 ? Decoded(pair[1]) : "")).ToList();
        return pairs.Count == 0 ? null : new JsonObject(pairs.GroupBy(pair => pair.Name, pair => pair.Value).Select(values => KeyValuePair.Create(values.Key, (JsonNode?)string.Join(",", values))));
    }

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static bool IsText(UrlRequest request)
    {
        var type = request.Headers.GetValueOrDefault("content-type")?.Split(';')[0].Trim().ToLowerInvariant() ?? "";
        var saysText = type.StartsWith("text/", StringComparison.Ordinal) || TextTypes.Contains(type) || type.EndsWith("+json", StringComparison.Ordinal) || type.EndsWith("+xml", StringComparison.Ordinal);
        return saysText && !request.Headers.ContainsKey("content-encoding") && Utf8.IsValid(request.Body.Span);
    }

    private static void Add(JsonObject document, string name, JsonNode? value)
    {
        if (value is not null)
        {
            document[name] = value;
        }
    }
}
