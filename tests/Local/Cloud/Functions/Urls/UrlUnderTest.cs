using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Sluice.Local.Cloud.Functions.Runtime;
using Sluice.Local.Cloud.Functions.Urls;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Tests.Cloud.Functions.Urls;

/// <summary>The test function's URL, served on a port of its own.</summary>
internal sealed class UrlUnderTest : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly HttpClient _http;

    private UrlUnderTest(CloudUnderTest cloud, WebApplication server, string host)
    {
        (Cloud, _server, Host) = (cloud, server, host);
        _http = new HttpClient { BaseAddress = new Uri(server.Urls.First()) };
    }

    public CloudUnderTest Cloud { get; }

    /// <summary>As the URL has it.</summary>
    public string Host { get; }

    public string Id => Host[..32];

    /// <param name="settings">Of the URL, beside the function's name.</param>
    /// <param name="authenticate">Who is said to have signed.</param>
    /// <param name="pools">Of its processes.</param>
    public static async Task<UrlUnderTest> StartAsync(object settings, UrlAuthentication? authenticate = null, PoolLimits? pools = null)
    {
        var cloud = new CloudUnderTest();
        cloud.Pools = pools ?? cloud.Pools;
        var services = await cloud.StartAsync();
        await cloud.CreateAsync(timeout: 60);
        await cloud.PublishAsync();
        await cloud.LambdaAsync("createAlias", new { FunctionName = "shop", Name = "live", FunctionVersion = "1" });
        var request = JsonSerializer.SerializeToNode(settings)!.AsObject();
        request["FunctionName"] = "shop";
        request["AuthType"] ??= "NONE";
        request["Qualifier"] ??= "live";
        var created = await cloud.LambdaAsync("createFunctionUrlConfig", request);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.Run(http => services.Urls.AnswerAsync(http, authenticate ?? Nobody));
        await server.StartAsync(TestContext.Current.CancellationToken);
        return new UrlUnderTest(cloud, server, new Uri((string)created["FunctionUrl"]!).Host);
    }

    /// <param name="headers">Such as <c>Name: value|Other: value</c>; <c>{here}</c> is the URL's origin.</param>
    public HttpRequestMessage Request(string method = "GET", string path = "/", string headers = "", object? body = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Parse(method), new Uri(_http.BaseAddress!.GetLeftPart(UriPartial.Authority) + path));
        request.Headers.Host = $"{Host}:{_http.BaseAddress.Port}";
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body as byte[] ?? JsonSerializer.SerializeToUtf8Bytes(body)) { Headers = { ContentType = body is byte[] ? null : new MediaTypeHeaderValue("application/json") } };
        }

        foreach (var header in headers.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(header => header.Split(": ", 2)))
        {
            var value = header[1].Replace("{here}", $"http://{request.Headers.Host}", StringComparison.Ordinal);
            _ = request.Headers.TryAddWithoutValidation(header[0], value) || request.Content!.Headers.TryAddWithoutValidation(header[0], value);
        }

        return request;
    }

    /// <summary>The answer as soon as its head is there.</summary>
    public Task<HttpResponseMessage> BeginAsync(HttpRequestMessage request, CancellationToken? cancellation = null) =>
        _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation ?? TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> SendAsync(string method = "GET", string path = "/", string headers = "", object? body = null) =>
        _http.SendAsync(Request(method, path, headers, body), TestContext.Current.CancellationToken);

    /// <summary>The event that the function gets.</summary>
    public async Task<JsonNode> EventAsync(string method = "GET", string path = "/", string headers = "", object? body = null)
    {
        using var answer = await SendAsync(method, path, headers, body);
        answer.EnsureSuccessStatusCode();
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["request"]!;
    }

    /// <summary>What the function's <paramref name="reply"/> becomes.</summary>
    public Task<HttpResponseMessage> RepliedAsync(JsonNode? reply) => SendAsync("POST", body: new JsonObject { ["do"] = "reply", ["reply"] = reply });

    /// <summary>The same, for a page.</summary>
    public Task<HttpResponseMessage> RepliedAsync(string method, string headers, string reply) => SendAsync(method, "/", headers, new JsonObject { ["do"] = "reply", ["reply"] = JsonNode.Parse(reply) });

    public double? Metric(string name) => Cloud.Services.Metrics
        .Read(Local.Cloud.Metrics.MetricKey.Of("AWS/Lambda", name, [new("FunctionName", "shop"), new("Resource", "shop:live")]), DateTimeOffset.MinValue, DateTimeOffset.MaxValue)?.Sum;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
        await Cloud.DisposeAsync();
    }

    private static Task<Caller> Nobody(Microsoft.AspNetCore.Http.HttpRequest request, ReadOnlyMemory<byte> body) =>
        throw new ApiException(CommonErrors.MissingAuthenticationToken, "Missing Authentication Token");
}
