using System.Net;
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
