using System.Net;

namespace Sluice.Local.Tests.Cloud.Functions.Runtime;

/// <summary>What another program of this machine sends to a function process's Runtime API.</summary>
public sealed class StrangerTests
{
    [Theory]
    [InlineData("GET", "runtime/invocation/next")]
    [InlineData("POST", "runtime/invocation/6f4b9f0e-6e7c-4d8b-9a8f-2f0d2a3b4c5d/response")]
    [InlineData("POST", "runtime/invocation/6f4b9f0e-6e7c-4d8b-9a8f-2f0d2a3b4c5d/error")]
    [InlineData("POST", "runtime/init/error")]
    [InlineData("PUT", "anything")]
    public async Task An_unexpected_caller_is_refused_and_the_idle_process_lives(string method, string path)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells who holds a connection.");
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CreateAsync();
        var (_, before) = await cloud.InvokeAsync(new { n = 1 });
        using var http = new HttpClient();

        for (var i = 0; i < 3; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Parse(method), $"http://{before["environment"]!["AWS_LAMBDA_RUNTIME_API"]}/2018-06-01/{path}");
            using var refused = await http.SendAsync(request, TestContext.Current.CancellationToken);
            refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }

        var (_, after) = await cloud.InvokeAsync(new { n = 2 });
        ((string)after["process"]!).ShouldBe((string)before["process"]!);
    }

    [Fact]
    public async Task A_page_in_a_browser_is_refused_wherever_the_suite_runs()
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CreateAsync();
        var (_, before) = await cloud.InvokeAsync(new { n = 1 });
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{before["environment"]!["AWS_LAMBDA_RUNTIME_API"]}/2018-06-01/runtime/invocation/next");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var refused = await http.SendAsync(request, TestContext.Current.CancellationToken);

        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("a page of another site");
    }
}
