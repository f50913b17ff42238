using Amazon.ECS;
using Amazon.ECS.Model;
using Microsoft.AspNetCore.Http;
using Sluice.Signing.Calls;
using Task = System.Threading.Tasks.Task;

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

    [Fact]
    public async Task Tasks_are_listed_page_by_page()
    {
        await using var server = await ServerAsync(200, """{"taskArns":["arn:1","arn:2"],"nextToken":"more"}""");
        using var client = Client(server);

        var first = await client.ListTasksAsync(new ListTasksRequest { Cluster = "builds" }, Token);
        await client.ListTasksAsync(new ListTasksRequest { Cluster = "builds", NextToken = first.NextToken }, Token);

        (string.Join(' ', first.TaskArns), first.NextToken).ShouldBe(("arn:1 arn:2", "more"));
        _requests[0].ShouldStartWith("AmazonEC2ContainerServiceV20141113.ListTasks ");
        _requests.Select(request => request[request.IndexOf('{')..]).ShouldBe(["""{"cluster":"builds"}""", """{"cluster":"builds","nextToken":"more"}"""]);
    }

    [Fact]
    public async Task Tasks_are_described_by_what_they_belong_to()
    {
        await using var server = await ServerAsync(200, """{"tasks":[{"taskArn":"arn:1","group":"b-1","lastStatus":"RUNNING"},{"taskArn":"arn:2","group":"family:build","lastStatus":"STOPPED"}]}""");
        using var client = Client(server);

        var answer = await client.DescribeTasksAsync(new DescribeTasksRequest { Cluster = "builds", Tasks = ["arn:1", "arn:2"] }, Token);

        answer.Tasks.Select(task => (task.TaskArn, task.Group, task.LastStatus)).ShouldBe([("arn:1", "b-1", "RUNNING"), ("arn:2", "family:build", "STOPPED")]);
        _requests.Single().ShouldEndWith("""{"cluster":"builds","tasks":["arn:1","arn:2"]}""");
    }

    [Fact]
    public async Task A_command_is_begun_and_its_session_told()
    {
        await using var server = await ServerAsync(200, """{"session":{"sessionId":"s-1","streamUrl":"wss://stream","tokenValue":"secret"},"interactive":true}""");
        using var client = Client(server);

        var session = (await client.ExecuteCommandAsync(new ExecuteCommandRequest { Cluster = "builds", Task = "arn:1", Command = "sh", Interactive = true }, Token)).Session!;
        await client.ExecuteCommandAsync(new ExecuteCommandRequest { Cluster = "builds", Task = "arn:1", Container = "build", Command = "sh", Interactive = true }, Token);

        (session.SessionId, session.StreamUrl, session.TokenValue).ShouldBe(("s-1", "wss://stream", "secret"));
        _requests.Select(request => request[request.IndexOf('{')..]).ShouldBe(
            ["""{"cluster":"builds","task":"arn:1","command":"sh","interactive":true}""", """{"cluster":"builds","task":"arn:1","command":"sh","interactive":true,"container":"build"}"""]);
    }

    [Theory]
    [InlineData("TargetNotConnectedException", typeof(TargetNotConnectedException))]
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
