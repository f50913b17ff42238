using Amazon.ECS;
using Amazon.ECS.Model;
using Microsoft.AspNetCore.Http;
using Sluice.Signing.Calls;

namespace Sluice.Hosting.Tests.Signing;

public sealed class AmazonECSClientTests
{
    private readonly List<string> _requests = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Services_are_described_by_a_signed_call_of_the_json_protocol()
    {
        await using var server = await ServerAsync(200, """{"services":[{"serviceName":"web","status":"ACTIVE","deploymentController":{"type":"EXTERNAL"}},{"serviceName":"old","status":"INACTIVE"}],"failures":[]}""");
        using var client = Client(server);

        var answer = await client.DescribeServicesAsync(new DescribeServicesRequest { Cluster = "shop", Services = ["web", "old"] }, Token);

        answer.Services.Select(one => (one.ServiceName, one.Status, one.DeploymentController?.Type)).ShouldBe([("web", "ACTIVE", "EXTERNAL"), ("old", "INACTIVE", null)]);
        var request = _requests.ShouldHaveSingleItem();
        request.ShouldStartWith("AmazonEC2ContainerServiceV20141113.DescribeServices application/x-amz-json-1.1 AWS4-HMAC-SHA256 Credential=AKID/");
        request.ShouldContain("/eu-west-1/ecs/aws4_request");
        request.ShouldEndWith("""{"cluster":"shop","services":["web","old"]}""");
    }

    [Fact]
    public async Task Services_that_are_not_there_are_left_out()
    {
        await using var server = await ServerAsync(200, """{"failures":[{"arn":"web","reason":"MISSING"}]}""");
        using var client = Client(server);

        (await client.DescribeServicesAsync(new DescribeServicesRequest { Services = ["web"] }, Token)).Services.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ClusterNotFoundException", typeof(ClusterNotFoundException))]
    [InlineData("com.amazonaws.ecs#AccessDeniedException", typeof(AmazonECSException))]
    public async Task Errors_have_their_types_and_are_not_tried_again(string type, Type expected)
    {
        await using var server = await ServerAsync(400, $$"""{"__type":"{{type}}","message":"no"}""");
        using var client = Client(server);

        var e = (AmazonECSException)await Should.ThrowAsync(() => client.DescribeServicesAsync(new DescribeServicesRequest(), Token), expected);

        (e.Message, e.ErrorCode).ShouldBe(("no", type.Split('#')[^1]));
        _requests.Count.ShouldBe(1);
    }

    private static AmazonECSClient Client(LoopbackServer server) => new(new AwsKeys("AKID", "secret", null), "eu-west-1", server.Url, TimeProvider.System);

    private Task<LoopbackServer> ServerAsync(int status, string body) => LoopbackServer.StartAsync(async http =>
    {
        var headers = http.Request.Headers;
        _requests.Add($"{headers["X-Amz-Target"]} {http.Request.ContentType} {headers.Authorization} {await LoopbackServer.BodyAsync(http.Request)}");
        http.Response.StatusCode = status;
        await http.Response.WriteAsync(body, Token);
    });
}
