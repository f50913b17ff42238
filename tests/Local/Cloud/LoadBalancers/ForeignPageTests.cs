using System.Net;
using Microsoft.AspNetCore.Http;

namespace Sluice.Local.Tests.Cloud.LoadBalancers;

/// <summary>Requests to a load balancer as browsers send them.</summary>
public sealed class ForeignPageTests
{
    [Theory]
    [InlineData("GET", "Sec-Fetch-Site: cross-site|Sec-Fetch-Mode: no-cors|Sec-Fetch-Dest: image")]
    [InlineData("GET", "Sec-Fetch-Site: same-site|Sec-Fetch-Mode: no-cors|Sec-Fetch-Dest: script")]
    [InlineData("POST", "Sec-Fetch-Site: cross-site|Sec-Fetch-Mode: navigate|Sec-Fetch-Dest: document|Origin: https://evil.example")]
    [InlineData("POST", "Sec-Fetch-Site: cross-site|Sec-Fetch-Mode: no-cors|Sec-Fetch-Dest: empty|Origin: null")]
    [InlineData("OPTIONS", "Sec-Fetch-Site: same-site|Sec-Fetch-Mode: cors|Origin: http://localhost:3000|Access-Control-Request-Method: PUT")]
    [InlineData("GET", "Upgrade: websocket|Origin: https://evil.example")]
    [InlineData("GET", "Host: rebound.example")]
    [InlineData("POST", "Origin: https://evil.example")]
    public async Task What_another_page_sends_never_reaches_a_target_and_is_not_counted(string method, string headers)
    {
        await using var target = await TestTarget.StartAsync();
        var reached = 0;
        target.Answer = http => http.Response.WriteAsync($"{Interlocked.Increment(ref reached)}");
        await using var balanced = await OneAsync(target);
        await balanced.GetAsync();

        using var refused = await SendAsync(balanced, method, headers);

        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        refused.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
        reached.ShouldBe(1);
        (await balanced.MetricAsync("RequestCount", atLeast: 1)).ShouldBe(1);
    }

    [Theory]
    [InlineData("GET", "Sec-Fetch-Site: none|Sec-Fetch-Mode: navigate|Sec-Fetch-Dest: document|Sec-Fetch-User: ?1")]
    [InlineData("GET", "Sec-Fetch-Site: same-origin|Sec-Fetch-Mode: no-cors|Sec-Fetch-Dest: image")]
    [InlineData("POST", "Sec-Fetch-Site: same-origin|Sec-Fetch-Mode: cors|Sec-Fetch-Dest: empty|Origin: {here}")]
    [InlineData("POST", "Sec-Fetch-Site: same-origin|Sec-Fetch-Mode: navigate|Sec-Fetch-Dest: document|Origin: null")]
    public async Task A_person_and_the_apps_own_pages_reach_it(string method, string headers)
    {
        await using var target = await TestTarget.StartAsync();
        await using var balanced = await OneAsync(target);

        using var answer = await SendAsync(balanced, method, headers);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_followed_a_link_from_another_site_is_asked_on_a_page_that_no_other_can_show()
    {
        await using var target = await TestTarget.StartAsync();
        await using var balanced = await OneAsync(target);

        using var asked = await SendAsync(balanced, "GET", "Sec-Fetch-Site: cross-site|Sec-Fetch-Mode: navigate|Sec-Fetch-Dest: document", "//evil.example/a?b=%22%3E&c=1");

        asked.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        asked.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        asked.Headers.GetValues("Content-Security-Policy").ShouldBe(["default-src 'none'; frame-ancestors 'none'"]);
        var page = await asked.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        page.ShouldContain($"<a href=\"{balanced.Url.GetLeftPart(UriPartial.Authority)}//evil.example/a?b=%22%3E&amp;c=1\">go on</a>");
    }

    [Fact]
    public async Task A_frame_of_another_site_is_not_asked()
    {
        await using var target = await TestTarget.StartAsync();
        await using var balanced = await OneAsync(target);

        using var refused = await SendAsync(balanced, "GET", "Sec-Fetch-Site: cross-site|Sec-Fetch-Mode: navigate|Sec-Fetch-Dest: iframe");

        (await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("href");
    }

    private static async Task<Balanced> OneAsync(TestTarget target)
    {
        var balanced = await Balanced.StartAsync();
        await balanced.ListenAsync((await balanced.GroupAsync("shop", target), 1));
        return balanced;
    }

    private static Task<HttpResponseMessage> SendAsync(Balanced balanced, string method, string headers, string path = "/")
    {
        var here = balanced.Url.GetLeftPart(UriPartial.Authority);
        var request = new HttpRequestMessage(HttpMethod.Parse(method), new Uri(here + path));
        foreach (var header in headers.Split('|').Select(header => header.Split(": ")))
        {
            request.Headers.TryAddWithoutValidation(header[0], header[1].Replace("{here}", here, StringComparison.Ordinal));
        }

        return balanced.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
