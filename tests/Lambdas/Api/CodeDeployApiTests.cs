using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;
using Sluice.Hosting;
using Sluice.Lambdas.Api;
using Sluice.Platform.Access;
using Sluice.Platform.Accounts;
using Sluice.Platform.Objects;
using Sluice.Platform.Protocol;
using Sluice.Platform.StateMachines;
using Sluice.Platform.Tables;
using Sluice.Platform.Tables.Sqlite;

namespace Sluice.Lambdas.Tests.Api;

/// <summary>The API's entry point with payloads as a function URL sends them.</summary>
public sealed class CodeDeployApiTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_request_is_answered_by_the_endpoint(bool isBase64)
    {
        const string Body = """{"deploymentId":"d-NOSUCHONE","lifecycleEventHookExecutionId":"x","status":"Succeeded"}""";
        var answer = await InvokeAsync("PutLifecycleEventHookExecutionStatus", isBase64 ? Convert.ToBase64String(Encoding.UTF8.GetBytes(Body)) : Body, isBase64);
        ((int)answer["statusCode"]!).ShouldBe(400);
        ((string)answer["headers"]!["Content-Type"]!).ShouldBe("application/x-amz-json-1.1");
        ((bool)answer["isBase64Encoded"]!).ShouldBeFalse();
        ((string)JsonNode.Parse((string)answer["body"]!)!["__type"]!).ShouldBe("DeploymentDoesNotExistException");
    }

    [Fact]
    public async Task What_is_not_signed_is_refused() =>
        ((string)(await InvokeAsync("ListApplications", body: null, isBase64: false))["body"]!).ShouldContain("MissingAuthenticationTokenException");

    [Fact]
    public async Task A_service_that_is_not_served_is_refused_in_its_own_protocol()
    {
        var answer = await InvokeAsync(
            "Action=ListUsers&Version=2010-05-08", isBase64: false, ("content-type", "application/x-www-form-urlencoded"), ("authorization", "AWS4-HMAC-SHA256 Credential=A/20260101/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=0"));
        ((int)answer["statusCode"]!, (string?)answer["headers"]!["Content-Type"]).ShouldBe((400, "text/xml"));
        ((string)answer["body"]!).ShouldContain("<Code>InvalidAction</Code><Message>iam:ListUsers is not served here. Served are codedeploy.</Message>");
    }

    [Fact]
    public async Task What_is_streamed_is_Base64()
    {
        var answer = await FunctionUrl.WriteAsync(new ApiResponse(200, [new("X-AssetName", "a")], default) { Content = new MemoryStream([0, 255]) });
        (answer.StatusCode, answer.Body, answer.IsBase64Encoded, answer.Headers["x-assetname"]).ShouldBe((200, "AP8=", true, "a"));
    }

    private static Task<JsonNode> InvokeAsync(string operation, string? body, bool isBase64) => InvokeAsync(body, isBase64, ("x-amz-target", $"CodeDeploy_20141006.{operation}"));

    private static async Task<JsonNode> InvokeAsync(string? body, bool isBase64, params (string Name, string Value)[] headers)
    {
        using var table = SqliteTable.InMemory(TimeProvider.System);
        await using var services = new ServiceCollection()
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton<ITable>(table)
            .AddSingleton(Substitute.For<IObjectStore>())
            .AddSingleton(Substitute.For<IStateMachines>())
            .AddSingleton(Substitute.For<ISecretBox>())
            .AddSingleton(SuiteAccount.OneMachine)
            .AddSuite()
            .BuildServiceProvider();
        var entryPoint = EntryPoints.Discover(typeof(CodeDeployApiFunction).Assembly).Single(entry => entry.Name == "CodeDeployApi");
        var payload = new JsonObject
        {
            ["version"] = "2.0",
            ["routeKey"] = "$default",
            ["rawPath"] = "/",
            ["rawQueryString"] = "",
            ["headers"] = new JsonObject(headers.Append(("host", "x.lambda-url.us-east-1.on.aws")).Select(header => KeyValuePair.Create(header.Item1, (JsonNode?)header.Item2))),
            ["requestContext"] = new JsonObject { ["http"] = new JsonObject { ["method"] = "POST", ["path"] = "/" }, ["timeEpoch"] = 1 },
            ["body"] = body,
            ["isBase64Encoded"] = isBase64,
        };
        var context = new InvocationContext(TimeProvider.System, TimeProvider.System.GetUtcNow().AddMinutes(1)) { AwsRequestId = "request", FunctionName = "CodeDeployApi" };
        return (await entryPoint.InvokeAsync(services, payload, context, TestContext.Current.CancellationToken))!;
    }
}
