using System.Net;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Microsoft.AspNetCore.Http;
using Sluice.Signing.Calls;

namespace Sluice.Hosting.Tests.Signing;

public sealed class AmazonStepFunctionsClientTests
{
    private readonly List<string> _requests = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_are_signed_and_speak_the_json_protocol()
    {
        await using var server = await ServerAsync((200, """{"executionArn":"arn:1","startDate":1.5}"""));
        using var client = Client(server);
        var answer = await client.StartExecutionAsync(new StartExecutionRequest { StateMachineArn = "arn:m", Name = "b-1", Input = """{"a":"ü"}""" }, Token);
        answer.ExecutionArn.ShouldBe("arn:1");
        _requests.ShouldBe(
        [
            """AWSStepFunctions.StartExecution application/x-amz-json-1.0 session AWS4-HMAC-SHA256 {"stateMachineArn":"arn:m","name":"b-1","input":"{\"a\":\"ü\"}"}""",
        ]);
    }

    [Theory]
    [InlineData("ExecutionAlreadyExists", typeof(ExecutionAlreadyExistsException))]
    [InlineData("com.amazonaws.swf.service.v2.model#TaskTimedOut", typeof(TaskTimedOutException))]
    [InlineData("TaskDoesNotExist:http://internal", typeof(TaskDoesNotExistException))]
    [InlineData("InvalidToken", typeof(InvalidTokenException))]
    [InlineData("InvalidOutput", typeof(InvalidOutputException))]
    [InlineData("StateMachineDoesNotExist", typeof(AmazonStepFunctionsException))]
    public async Task Errors_have_their_types_and_are_not_tried_again(string type, Type expected)
    {
        await using var server = await ServerAsync((400, $$"""{"__type":"{{type}}","message":"no"}"""));
        using var client = Client(server);
        var e = await Should.ThrowAsync(() => client.SendTaskSuccessAsync(new SendTaskSuccessRequest { TaskToken = "t", Output = "{}" }, Token), expected);
        e.Message.ShouldBe("no");
        _requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Throttling_and_the_services_own_errors_are_tried_again()
    {
        await using var server = await ServerAsync((400, """{"__type":"ThrottlingException","message":"slow"}"""), (503, "<html>"), (200, ""));
        using var client = Client(server);
        await client.SendTaskFailureAsync(new SendTaskFailureRequest { TaskToken = "t", Error = "E", Cause = "c" }, Token);
        _requests.Count.ShouldBe(3);
        _requests.Distinct().Single().ShouldEndWith("""{"taskToken":"t","error":"E","cause":"c"}""");
    }

    [Fact]
    public async Task Trying_again_is_bounded()
    {
        await using var server = await ServerAsync((500, "{}"));
        using var client = Client(server);
        var e = await Should.ThrowAsync<AmazonStepFunctionsException>(() => client.SendTaskSuccessAsync(new SendTaskSuccessRequest(), Token));
        e.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        _requests.Count.ShouldBe(4);
    }

    private static AmazonStepFunctionsClient Client(LoopbackServer server) =>
        new(new AwsKeys("AKID", "secret", "session"), "eu-west-1", server.Url, TimeProvider.System);

    /// <summary>Answers in this order, the last one for ever.</summary>
    private Task<LoopbackServer> ServerAsync(params (int Status, string Body)[] answers) => LoopbackServer.StartAsync(async http =>
    {
        var headers = http.Request.Headers;
        var scheme = headers.Authorization.ToString().Split(' ')[0];
        var (status, body) = answers[Math.Min(_requests.Count, answers.Length - 1)];
        _requests.Add($"{headers["X-Amz-Target"]} {http.Request.ContentType} {headers["X-Amz-Security-Token"]} {scheme} {await LoopbackServer.BodyAsync(http.Request)}");
        http.Response.StatusCode = status;
        await http.Response.WriteAsync(body, Token);
    });
}
