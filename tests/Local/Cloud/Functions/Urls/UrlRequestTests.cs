using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Sluice.Local.Cloud.Functions.Runtime;
using Sluice.Local.Cloud.Functions.Urls;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Tests.Cloud.Functions.Urls;

/// <summary>What a function is told of a request to its URL, and what becomes of its answer.</summary>
public sealed class UrlRequestTests
{
    [Fact]
    public async Task A_request_reaches_the_function_in_the_payload_format_2()
    {
        await using var url = await UrlUnderTest.StartAsync(new { });

        var seen = await url.EventAsync("PUT", "/a%20b/%C3%BC?x=1&x=2&y=a+b%26c&z", "X-Two: one|X-Two: two|Cookie: a=1; b=2|User-Agent: tester", new { n = 1 });

        ((string?)seen["version"]).ShouldBe("2.0");
        ((string?)seen["routeKey"]).ShouldBe("$default");
        ((string?)seen["rawPath"]).ShouldBe("/a%20b/%C3%BC");
        ((string?)seen["rawQueryString"]).ShouldBe("x=1&x=2&y=a+b%26c&z");
        seen["queryStringParameters"]!.ToJsonString(Sluice.Platform.Json.SluiceJson.Options).ShouldBe("""{"x":"1,2","y":"a b&c","z":""}""");
        seen["cookies"]!.ToJsonString().ShouldBe("""["a=1","b=2"]""");
        ((string?)seen["headers"]!["x-two"]).ShouldBe("one, two");
        seen["headers"]!["cookie"].ShouldBeNull();
        ((string)seen["headers"]!["host"]!).ShouldStartWith(url.Host);
        ((string?)seen["headers"]!["x-forwarded-proto"]).ShouldBe("http");
        ((string?)seen["body"]).ShouldBe("""{"n":1}""");
        ((bool)seen["isBase64Encoded"]!).ShouldBeFalse();
        var context = seen["requestContext"]!;
        ((string?)context["accountId"]).ShouldBe("anonymous");
        ((string?)context["apiId"]).ShouldBe(url.Id);
        ((string?)context["domainPrefix"]).ShouldBe(url.Id);
        context["authorizer"].ShouldBeNull();
        context["http"]!.ToJsonString().ShouldBe("""{"method":"PUT","path":"/a%20b/%C3%BC","protocol":"HTTP/1.1","sourceIp":"127.0.0.1","userAgent":"tester"}""");
        ((string)context["time"]!).ShouldMatch(@"^\d\d/[A-Z][a-z]{2}/\d{4}:\d\d:\d\d:\d\d \+0000$");
        ((string)context["requestId"]!).Length.ShouldBe(36);
    }

    [Fact]
    public void Several_headers_of_one_name_are_joined_by_commas()
    {
        var http = new DefaultHttpContext();
        http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = "/";
        http.Request.Headers["X-Two"] = new(["one", "two"]);

        UrlRequestReader.Read(http.Request, default, caller: null, "trace").Headers["x-two"].ShouldBe("one,two");
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "a=1", true)]
    [InlineData("text/plain; charset=utf-8", "ü", false)]
    [InlineData("application/vnd.api+json", "{}", false)]
    [InlineData("", "{}", true)]
    public async Task A_body_is_text_if_its_type_says_so_and_base64_else(string type, string body, bool isBase64)
    {
        await using var url = await UrlUnderTest.StartAsync(new { });

        var seen = await url.EventAsync("POST", "/", type.Length == 0 ? "" : $"Content-Type: {type}", Encoding.UTF8.GetBytes(body));

        ((bool)seen["isBase64Encoded"]!).ShouldBe(isBase64);
        ((string?)seen["body"]).ShouldBe(isBase64 ? Convert.ToBase64String(Encoding.UTF8.GetBytes(body)) : body);
    }

    [Fact]
    public async Task A_request_without_body_cookies_and_query_has_none_of_them()
    {
        await using var url = await UrlUnderTest.StartAsync(new { });

        var seen = (await url.EventAsync()).AsObject();

        seen.ContainsKey("body").ShouldBeFalse();
        seen.ContainsKey("cookies").ShouldBeFalse();
        seen.ContainsKey("queryStringParameters").ShouldBeFalse();
        ((string?)seen["rawQueryString"]).ShouldBe("");
    }

    [Fact]
    public async Task An_answer_says_its_status_headers_cookies_and_body()
    {
        await using var url = await UrlUnderTest.StartAsync(new { });

        using var answer = await url.RepliedAsync(JsonNode.Parse(
            """{"statusCode":201,"headers":{"Content-Type":"image/gif","Content-Length":"99"},"cookies":["a=1; Path=/","b=2"],"body":"R0lG","isBase64Encoded":true}"""));

        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("image/gif");
        answer.Headers.GetValues("Set-Cookie").ShouldBe(["a=1; Path=/", "b=2"]);
        (await TextAsync(answer)).ShouldBe("GIF");
    }

    [Theory]
    [InlineData("""{"a":1}""", 200, """{"a":1}""")]
    [InlineData("\"hello\"", 200, "hello")]
    [InlineData("17", 200, "17")]
    [InlineData("[true,null]", 200, "[true,null]")]
    [InlineData("""{"statusCode":404}""", 404, "")]
    [InlineData("""{"statusCode":"418","body":{"pot":true}}""", 418, """{"pot":true}""")]
    [InlineData("""{"statusCode":204,"body":"x"}""", 204, "")]
    [InlineData("""{"statusCode":99}""", 502, "Internal Server Error")]
    [InlineData("""{"statusCode":"many"}""", 502, "Internal Server Error")]
    [InlineData("""{"statusCode":200,"headers":{"a b":"c"}}""", 502, "Internal Server Error")]
    [InlineData("""{"statusCode":200,"headers":{"a":"c\r\nSet-Cookie: x"}}""", 502, "Internal Server Error")]
    [InlineData("""{"statusCode":200,"body":"***","isBase64Encoded":true}""", 502, "Internal Server Error")]
    public async Task What_a_function_answers_becomes_an_answer_as_on_AWS(string reply, int status, string body)
    {
        await using var url = await UrlUnderTest.StartAsync(new { });

        using var answer = await url.RepliedAsync(JsonNode.Parse(reply));

        ((int)answer.StatusCode).ShouldBe(status);
        (await TextAsync(answer)).ShouldBe(body);
        if (status == 200)
        {
            answer.Content.Headers.ContentType!.ToString().ShouldBe("application/json");
        }
    }

    [Fact]
    public async Task Requests_count_in_the_versions_metrics_and_go_where_the_alias_sends_them()
    {
        await using var url = await UrlUnderTest.StartAsync(new { });
        await url.Cloud.UpdateCodeAsync("two");
        await url.Cloud.PublishAsync();
        await url.Cloud.LambdaAsync("updateAlias", new { FunctionName = "shop", Name = "live", RoutingConfig = new { AdditionalVersionWeights = new Dictionary<string, double> { ["2"] = 0.5 } } });

        foreach (var _ in Enumerable.Range(0, 10))
        {
            using var answer = await url.SendAsync("POST", body: new { @do = "throw-in-2" });
        }

        url.Metric("Invocations").ShouldBe(10);
        url.Metric("Errors").ShouldBe(5);
        url.Metric("UrlRequestCount").ShouldBe(10);
        url.Metric("Url5xxCount").ShouldBe(5);
        url.Metric("Url4xxCount").ShouldBe(0);
    }

    [Fact]
    public async Task A_function_that_fails_or_dies_is_a_bad_gateway()
    {
        await using var url = await UrlUnderTest.StartAsync(new { });

        using var thrown = await url.SendAsync("POST", body: new { @do = "throw" });
        using var died = await url.SendAsync("POST", body: new { @do = "exit" });

        thrown.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        (await TextAsync(thrown)).ShouldBe("Internal Server Error");
        died.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
    }

    [Fact]
    public async Task A_request_that_is_too_large_or_whose_answer_is_is_told_so()
    {
        await using var url = await UrlUnderTest.StartAsync(new { });

        using var large = await url.SendAsync("POST", body: new byte[(6 * 1024 * 1024) + 1]);
        using var answered = await url.SendAsync("POST", body: new { @do = "stream", pieces = new[] { (6 * 1024 * 1024) + 1 } });

        large.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        answered.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
    }

    [Fact]
    public async Task A_request_that_finds_no_process_is_told_to_come_again()
    {
        await using var url = await UrlUnderTest.StartAsync(new { }, pools: new PoolLimits { Processes = 1, Queue = TimeSpan.FromMilliseconds(50), Initialisation = TimeSpan.FromSeconds(60) });
        var go = Path.Combine(url.Cloud.Meeting, "go");
        var busy = url.SendAsync("POST", body: new { @do = "wait", folder = url.Cloud.Meeting, @for = go });
        while (Directory.GetFiles(url.Cloud.Meeting, "*.at-work").Length == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        using var refused = await url.SendAsync();
        await File.WriteAllTextAsync(go, "", TestContext.Current.CancellationToken);
        using var answered = await busy;

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.GetValues("x-amzn-ErrorType").ShouldBe(["TooManyRequestsException"]);
        answered.StatusCode.ShouldBe(HttpStatusCode.OK);
        url.Metric("Throttles").ShouldBe(1);
        url.Metric("Url4xxCount").ShouldBe(1);
    }

    [Fact]
    public async Task A_host_that_is_no_functions_URL_any_more_is_refused_as_AWS_does()
    {
        await using var url = await UrlUnderTest.StartAsync(new { });
        await url.Cloud.LambdaAsync("deleteFunctionUrlConfig", new { FunctionName = "shop", Qualifier = "live" });

        using var answer = await url.SendAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        answer.Headers.GetValues("x-amzn-ErrorType").ShouldBe(["AccessDeniedException"]);
        (await TextAsync(answer)).ShouldBe("""{"Message":null}""");
    }

    [Fact]
    public async Task A_URL_for_signed_requests_tells_the_function_who_signed_and_refuses_others()
    {
        await using var url = await UrlUnderTest.StartAsync(
            new { AuthType = "AWS_IAM" },
            (request, _) => request.Headers.Authorization.Count > 0 ? Task.FromResult(new Caller("AKIATEST", "deployer")) : throw new ApiException(CommonErrors.MissingAuthenticationToken, "Missing"));

        using var refused = await url.SendAsync();
        var seen = await url.EventAsync(headers: "Authorization: AWS4-HMAC-SHA256 good");

        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await TextAsync(refused)).ShouldBe("""{"Message":"Forbidden"}""");
        ((string?)seen["requestContext"]!["accountId"]).ShouldBe("000000000000");
        ((string?)seen["requestContext"]!["authorizer"]!["iam"]!["userArn"]).ShouldBe("arn:aws:iam::000000000000:user/AKIATEST");
        url.Metric("Url4xxCount").ShouldBe(1);
        url.Metric("Invocations").ShouldBe(1);
    }

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
