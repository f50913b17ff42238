using Microsoft.AspNetCore.Http;
using Sluice.Local.Cloud.Browsers;

namespace Sluice.Local.Tests.Cloud.Browsers;

public sealed class PageGuardTests
{
    private const string Here = "127.0.0.1:8080";
    private const string Ours = "http://127.0.0.1:8080";
    private const string Evil = "https://evil.example";

    [Theory]
    [InlineData("127.0.0.1:8080")]
    [InlineData("localhost:8080")]
    [InlineData("LOCALHOST")]
    [InlineData("shop.localhost:8080")]
    [InlineData("[::1]:8080")]
    [InlineData("127.1.2.3:8080")]
    public void What_is_no_browser_is_let_in_by_every_name_of_this_machine(string host) => Refusal(host).ShouldBeNull();

    [Theory]
    [InlineData("rebound.example:8080")]
    [InlineData("localhost.example:8080")]
    [InlineData("notlocalhost:8080")]
    [InlineData("127.0.0.1.example:8080")]
    [InlineData("192.168.0.1:8080")]
    [InlineData("0.0.0.0:8080")]
    [InlineData("")]
    public void A_name_that_was_made_to_point_here_is_refused(string host) =>
        Refusal(host, $"http://{host}", $"http://{host}/", "same-origin").ShouldBe($"The request is for the host '{host}', and this is 127.0.0.1 or localhost.");

    [Theory]
    [InlineData(null, null, "none")] // an address that the user typed
    [InlineData(null, Ours + "/cart", "same-origin")] // GETs of a page of ours
    [InlineData(Ours, Ours + "/cart", "same-origin")] // and its POSTs
    [InlineData("null", null, "same-origin")] // and those of one that sends no referrer
    [InlineData(Ours, Ours + "/cart", null)] // and of a browser that does not say how they are related
    [InlineData(null, Ours + "/cart", null)]
    [InlineData("", "", "")]
    public void The_users_own_and_what_the_pages_from_here_ask_is_let_in(string? origin, string? referer, string? site) => Refusal(Here, origin, referer, site).ShouldBeNull();

    [Theory]
    [InlineData(null, Evil + "/", "cross-site")] // an image, a script, a link, a prefetch, a frame
    [InlineData(null, null, "cross-site")] // the same without a referrer
    [InlineData(Evil, Evil + "/", "cross-site")] // a form, a fetch of any mode and its preflight, a socket
    [InlineData("null", null, "cross-site")] // a sandboxed frame, a page of data:
    [InlineData("http://localhost:3000", "http://localhost:3000/", "same-site")] // a page of another port
    [InlineData(null, "http://127.0.0.1:3000/", "same-site")]
    [InlineData(Ours, Ours + "/", "cross-site")] // it came to us by another site's redirect
    [InlineData(null, null, "same-origin, cross-site")]
    [InlineData(null, null, "whatever comes")]
    [InlineData("chrome-extension://abcdef", null, "none")] // an extension without the right to this host
    [InlineData("null", null, "none")]
    [InlineData(Evil, null, "same-origin")]
    public void What_another_page_asks_is_refused_by_how_the_browser_says_they_are_related(string? origin, string? referer, string? site) =>
        Refusal(Here, origin, referer, site).ShouldNotBeNull();

    [Theory]
    [InlineData(Evil, null)]
    [InlineData("null", null)]
    [InlineData("http://127.0.0.1:9090", null)]
    [InlineData("http://localhost:8080", null)]
    [InlineData("https://127.0.0.1:8080", null)]
    [InlineData("http://127.0.0.1", null)]
    [InlineData("http://127.0.0.1.evil.example:8080", null)]
    [InlineData("http://127.0.0.1:8080,https://evil.example", null)]
    [InlineData(null, Evil + "/")]
    [InlineData(null, "http://127.0.0.1:9090/")]
    [InlineData(null, "no address")]
    [InlineData(Evil, Ours + "/")]
    public void What_another_page_asks_is_refused_in_a_browser_that_does_not_say_how_they_are_related(string? origin, string? referer) =>
        Refusal(Here, origin, referer).ShouldNotBeNull();

    [Fact]
    public void A_refusal_names_the_page_as_far_as_it_is_known()
    {
        Refusal(Here, Evil, null, "cross-site").ShouldBe("The request is of a page of 'https://evil.example', which is not from here.");
        Refusal(Here, "null", Evil + "/", "cross-site").ShouldBe("The request is of a page of 'https://evil.example/', which is not from here.");
        Refusal(Here, null, null, "cross-site").ShouldBe("The request is of a page of another site, which is not from here.");
    }

    [Fact]
    public void Origins_that_a_cors_setting_allows_are_let_in_and_no_others()
    {
        var page = new RequestSource(new HostString(Here), "http://localhost:3000", null, "same-site", IsNavigation: false);

        PageGuard.Refusal(page, ["http://localhost:3000"]).ShouldBeNull();
        PageGuard.Refusal(page, ["*"]).ShouldBeNull();
        PageGuard.Refusal(page, ["http://localhost:3001", Evil]).ShouldNotBeNull();
        PageGuard.Refusal(page with { Origin = null }, ["http://localhost:3000"]).ShouldNotBeNull();
        PageGuard.Refusal(page with { Host = new HostString("rebound.example") }, ["*"]).ShouldNotBeNull();
    }

    private static string? Refusal(string host, string? origin = null, string? referer = null, string? site = null)
    {
        var http = new DefaultHttpContext();
        http.Request.Host = new HostString(host);
        http.Request.Headers.Origin = origin;
        http.Request.Headers.Referer = referer;
        http.Request.Headers["Sec-Fetch-Site"] = site;
        return PageGuard.Refusal(RequestSource.Of(http.Request));
    }
}
