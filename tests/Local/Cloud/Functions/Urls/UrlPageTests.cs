using System.Net;

namespace Sluice.Local.Tests.Cloud.Functions.Urls;

/// <summary>Requests to a function URL as browsers send them for pages.</summary>
public sealed class UrlPageTests
{
    private const string Page = "Sec-Fetch-Site: cross-site|Sec-Fetch-Mode: cors|Sec-Fetch-Dest: empty|Origin: https://shop.example";

    [Theory]
    [InlineData("GET", "Sec-Fetch-Site: cross-site|Sec-Fetch-Mode: no-cors|Sec-Fetch-Dest: image")]
    [InlineData("POST", "Sec-Fetch-Site: cross-site|Sec-Fetch-Mode: navigate|Sec-Fetch-Dest: document|Origin: https://evil.example")]
    [InlineData("POST", "Sec-Fetch-Site: same-site|Sec-Fetch-Mode: cors|Sec-Fetch-Dest: empty|Origin: http://other.lambda-url.us-east-1.localhost:8080")]
    [InlineData("POST", "Sec-Fetch-Site: cross-site|Sec-Fetch-Mode: no-cors|Sec-Fetch-Dest: empty|Origin: null")]
    [InlineData("OPTIONS", "Sec-Fetch-Site: cross-site|Sec-Fetch-Mode: cors|Origin: https://evil.example|Access-Control-Request-Method: PUT")]
    [InlineData("GET", "Upgrade: websocket|Origin: https://evil.example")]
    public async Task What_a_page_sends_whose_origin_is_not_allowed_never_reaches_the_function_and_is_not_counted(string method, string headers)
    {
        await using var closed = await UrlUnderTest.StartAsync(new { });
        await using var others = await UrlUnderTest.StartAsync(new { Cors = new { AllowOrigins = new[] { "https://shop.example" }, AllowMethods = new[] { "*" } } });
        foreach (var url in new[] { closed, others })
        {
            using var refused = await url.SendAsync(method, headers: headers);

            refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            (await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("AllowOrigins in the CORS settings of the function URL names the origins whose pages may call it.");
            refused.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
            url.Metric("Invocations").ShouldBeNull();
            url.Metric("UrlRequestCount").ShouldBeNull();
        }
    }

    [Theory]
    [InlineData("GET", "Sec-Fetch-Site: none|Sec-Fetch-Mode: navigate|Sec-Fetch-Dest: document|Sec-Fetch-User: ?1")]
    [InlineData("POST", "Sec-Fetch-Site: same-origin|Sec-Fetch-Mode: cors|Sec-Fetch-Dest: empty|Origin: {here}")]
    public async Task A_person_and_the_functions_own_pages_reach_it(string method, string headers)
    {
        await using var url = await UrlUnderTest.StartAsync(new { });

        using var answer = await url.SendAsync(method, headers: headers);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_allowed_origins_page_is_answered_and_may_read_what_the_settings_expose()
    {
        await using var url = await UrlUnderTest.StartAsync(new { Cors = new { AllowOrigins = new[] { "https://shop.example" }, ExposeHeaders = new[] { "X-Total", "Date" }, AllowCredentials = true } });

        using var answer = await url.RepliedAsync("POST", Page, """{"statusCode":200,"headers":{"Access-Control-Allow-Origin":"*","Access-Control-Allow-Methods":"DELETE"}}""");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["https://shop.example"]);
        answer.Headers.GetValues("Access-Control-Allow-Credentials").ShouldBe(["true"]);
        answer.Headers.GetValues("Access-Control-Expose-Headers").ShouldBe(["X-Total,Date"]);
        answer.Headers.GetValues("Vary").ShouldBe(["Origin"]);
        answer.Headers.Contains("Access-Control-Allow-Methods").ShouldBeFalse();
    }

    [Fact]
    public async Task A_preflight_is_answered_by_the_settings_and_not_by_the_function()
    {
        await using var url = await UrlUnderTest.StartAsync(new
        {
            AuthType = "AWS_IAM",
            Cors = new { AllowOrigins = new[] { "*" }, AllowMethods = new[] { "GET", "PUT" }, AllowHeaders = new[] { "content-type", "x-api-key" }, MaxAge = 600 },
        });

        using var answer = await url.SendAsync("OPTIONS", headers: $"{Page}|Access-Control-Request-Method: PUT|Access-Control-Request-Headers: content-type");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        answer.Headers.GetValues("Access-Control-Allow-Methods").ShouldBe(["GET,PUT"]);
        answer.Headers.GetValues("Access-Control-Allow-Headers").ShouldBe(["content-type,x-api-key"]);
        answer.Headers.GetValues("Access-Control-Max-Age").ShouldBe(["600"]);
        answer.Headers.Contains("Access-Control-Allow-Credentials").ShouldBeFalse();
        url.Metric("Invocations").ShouldBeNull();
    }

    [Fact]
    public async Task An_allowed_page_can_read_a_refusal_and_a_failure()
    {
        await using var url = await UrlUnderTest.StartAsync(new { AuthType = "AWS_IAM", Cors = new { AllowOrigins = new[] { "https://shop.example" } } });

        using var refused = await url.SendAsync("GET", headers: Page);

        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        refused.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["https://shop.example"]);
    }

    [Fact]
    public async Task Who_followed_a_link_from_another_site_is_asked_on_a_page_that_no_other_can_show()
    {
        await using var url = await UrlUnderTest.StartAsync(new { });

        using var asked = await url.SendAsync("GET", "/back?code=1", "Sec-Fetch-Site: cross-site|Sec-Fetch-Mode: navigate|Sec-Fetch-Dest: document");

        asked.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        asked.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        (await asked.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain($"<a href=\"http://{url.Host}:");
        url.Metric("Invocations").ShouldBeNull();
    }
}
