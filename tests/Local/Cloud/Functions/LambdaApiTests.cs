using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Sluice.Local.Cloud.Functions;

namespace Sluice.Local.Tests.Cloud.Functions;

public sealed class LambdaApiTests
{
    [Fact]
    public async Task Anyone_can_invoke_an_alias_and_sees_which_version_answered()
    {
        await using var cloud = new CloudUnderTest();
        await using var server = await ServeAsync(cloud);
        using var http = new HttpClient { BaseAddress = new Uri(server.Urls.First()) };
        await cloud.CreateAsync();
        await cloud.PublishAsync();
        await cloud.LambdaAsync("createAlias", new { FunctionName = "shop", Name = "live", FunctionVersion = "1" });
        var cancellation = TestContext.Current.CancellationToken;

        using var invoked = await http.PostAsync(new Uri(LambdaApi.PathOf("shop", "live"), UriKind.Relative), content: null, cancellation);
        using var content = new StringContent("""{"do":"throw"}""");
        using var failed = await http.PostAsync(new Uri("/2015-03-31/functions/shop/invocations?Qualifier=live", UriKind.Relative), content, cancellation);
        using var arn = await http.PostAsync(new Uri("/2015-03-31/functions/arn%3Aaws%3Alambda%3Aus-east-1%3A000000000000%3Afunction%3Ashop%3Alive/invocations", UriKind.Relative), content: null, cancellation);

        invoked.StatusCode.ShouldBe(HttpStatusCode.OK);
        invoked.Headers.GetValues("X-Amz-Executed-Version").ShouldBe(["1"]);
        JsonNode.Parse(await invoked.Content.ReadAsStringAsync(cancellation))!["request"]!.ToJsonString().ShouldBe("{}");
        failed.StatusCode.ShouldBe(HttpStatusCode.OK);
        failed.Headers.GetValues("X-Amz-Function-Error").ShouldBe(["Unhandled"]);
        arn.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Errors_have_lambdas_status_and_type()
    {
        await using var cloud = new CloudUnderTest();
        await using var server = await ServeAsync(cloud);
        using var http = new HttpClient { BaseAddress = new Uri(server.Urls.First()) };
        await cloud.CreateAsync();
        var cancellation = TestContext.Current.CancellationToken;

        using var unknown = await http.PostAsync(new Uri("/2015-03-31/functions/nobody/invocations", UriKind.Relative), content: null, cancellation);
        using var tooMuch = new ByteArrayContent(new byte[(6 * 1024 * 1024) + 1]);
        using var large = await http.PostAsync(new Uri("/2015-03-31/functions/shop/invocations", UriKind.Relative), tooMuch, cancellation);

        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        unknown.Headers.GetValues("X-Amzn-ErrorType").ShouldBe(["ResourceNotFoundException"]);
        large.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_caller_gets_the_end_of_the_log_and_its_context_and_trace_reach_the_function()
    {
        await using var cloud = new CloudUnderTest();
        await using var server = await ServeAsync(cloud);
        using var http = new HttpClient { BaseAddress = new Uri(server.Urls.First()) };
        await cloud.CreateAsync();
        const string Trace = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1";
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/2015-03-31/functions/shop/invocations", UriKind.Relative)) { Content = new StringContent("""{"do":"say","text":"three left"}""") };
        request.Headers.Add("X-Amz-Log-Type", "Tail");
        request.Headers.Add("X-Amz-Client-Context", Convert.ToBase64String("""{"custom":{"a":"b"}}"""u8));
        request.Headers.Add("X-Amzn-Trace-Id", Trace);

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        var id = answer.Headers.GetValues("x-amzn-RequestId").Single();
        var log = Encoding.UTF8.GetString(Convert.FromBase64String(answer.Headers.GetValues("X-Amz-Log-Result").Single()));
        log.ShouldMatch($"^START RequestId: {id} Version: \\$LATEST\nthree left\nthree left\nEND RequestId: {id}\n"
            + $"REPORT RequestId: {id}\tDuration: [0-9]+\\.[0-9]{{2}} ms\tBilled Duration: [0-9]+ ms\tMemory Size: 128 MB\t(Max Memory Used: [0-9]+ MB\t)?Init Duration: [0-9]+\\.[0-9]{{2}} ms\t\n\\z");
        var payload = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        ((string?)payload["clientContext"]).ShouldBe("""{"custom":{"a":"b"}}""");
        ((string?)payload["trace"]).ShouldBe(Trace);
        answer.Headers.GetValues("X-Amzn-Trace-Id").Single().ShouldBe(Trace);
    }

    [Theory]
    [InlineData("X-Amz-Log-Type", "All", "InvalidParameterValueException")]
    [InlineData("X-Amz-Client-Context", "no base64", "InvalidRequestContentException")]
    public async Task What_a_header_must_not_say_is_refused(string header, string value, string error)
    {
        await using var cloud = new CloudUnderTest();
        await using var server = await ServeAsync(cloud);
        using var http = new HttpClient { BaseAddress = new Uri(server.Urls.First()) };
        await cloud.CreateAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/2015-03-31/functions/shop/invocations", UriKind.Relative)) { Content = new StringContent("{}") };
        request.Headers.Add(header, value);

        using var refused = await http.SendAsync(request, TestContext.Current.CancellationToken);

        refused.Headers.GetValues("X-Amzn-ErrorType").ShouldBe([error]);
        refused.Headers.Contains("x-amzn-RequestId").ShouldBeTrue();
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    [InlineData("OPTIONS")]
    public async Task Only_a_POST_invokes_as_Lambda_has_it(string method)
    {
        await using var cloud = new CloudUnderTest();
        await using var server = await ServeAsync(cloud);
        using var http = new HttpClient { BaseAddress = new Uri(server.Urls.First()) };
        await cloud.CreateAsync();
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), new Uri("/2015-03-31/functions/shop/invocations", UriKind.Relative));

        using var refused = await http.SendAsync(request, TestContext.Current.CancellationToken);

        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        refused.Headers.GetValues("X-Amzn-ErrorType").ShouldBe(["AccessDeniedException"]);
        refused.Headers.Contains("X-Amz-Executed-Version").ShouldBeFalse();
    }

    [Fact]
    public async Task A_kind_of_invocation_that_there_is_not_is_refused()
    {
        await using var cloud = new CloudUnderTest();
        await using var server = await ServeAsync(cloud);
        using var http = new HttpClient { BaseAddress = new Uri(server.Urls.First()) };
        await cloud.CreateAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/2015-03-31/functions/shop/invocations", UriKind.Relative)) { Content = new StringContent("{}") };
        request.Headers.Add("X-Amz-Invocation-Type", "Sometimes");

        using var refused = await http.SendAsync(request, TestContext.Current.CancellationToken);

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        refused.Headers.GetValues("X-Amzn-ErrorType").ShouldBe(["InvalidParameterValueException"]);
        (await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("X-Amz-Invocation-Type is 'Sometimes', and must be RequestResponse, Event or DryRun");
    }

    private static async Task<WebApplication> ServeAsync(CloudUnderTest cloud)
    {
        var services = await cloud.StartAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.MapLambdaApi(services.Functions);
        await server.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }
}
