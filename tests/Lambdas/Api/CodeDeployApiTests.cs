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
using Sluice.Platform.Protocol.Models;
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

    [Theory]
    [InlineData("codebuild", "CodeBuild_20161006.StartBuild", "codebuild:StartBuild", "AWS_ENDPOINT_URL_CODEBUILD")]
    [InlineData("codepipeline", "CodePipeline_20150709.ListPipelines", "codepipeline:ListPipelines", "AWS_ENDPOINT_URL_CODEPIPELINE")]
    [InlineData(null, "CodePipeline_20150709.ListPipelines", "codepipeline:ListPipelines", "AWS_ENDPOINT_URL_CODEPIPELINE")]
    public async Task A_call_of_another_service_of_ours_is_told_where_that_is(string? signedFor, string target, string call, string variable)
    {
        (string, string)[] signature = signedFor is null ? [] : [("authorization", $"AWS4-HMAC-SHA256 Credential=A/20260101/us-east-1/{signedFor}/aws4_request, SignedHeaders=host, Signature=0")];

        var answer = await InvokeAsync("{}", isBase64: false, [("x-amz-target", target), .. signature]);

        ((int)answer["statusCode"]!, (string?)answer["headers"]!["Content-Type"]).ShouldBe((400, "application/x-amz-json-1.1"));
        var error = JsonNode.Parse((string)answer["body"]!)!;
        ((string?)error["__type"]).ShouldBe("UnknownOperationException");
        ((string?)error["message"]).ShouldBe($"{call} is not served here: this is the endpoint of codedeploy. Give clients the one of {call.Split(':')[0]}, as {variable}.");
    }

    // An API's function has only its own service's rights, and its name says whose it is.
    [Fact]
    public async Task Each_API_function_answers_for_its_own_service_only()
    {
        var functions = EntryPoints.Discover(typeof(CodeDeployApiFunction).Assembly).Select(entry => entry.Name).Where(name => name.EndsWith("Api", StringComparison.Ordinal)).ToList();
        functions.ShouldContain("CodeDeployApi");
        foreach (var function in functions)
        {
            foreach (var service in ServiceModels.Served.Where(service => service.TargetPrefix is not null))
            {
                var answer = await InvokeAsync(function, "{}", isBase64: false, ("x-amz-target", $"{service.TargetPrefix}.NoSuchOperation"));
                ((string)answer["body"]!).Contains(service.EndpointVariable, StringComparison.Ordinal).ShouldBe($"{(service.Name == "codestar-connections" ? "codeconnections" : service.Name)}Api".Equals(function, StringComparison.OrdinalIgnoreCase) is false, $"{function} on {service.Name}");
            }
        }
    }

    [Fact]
    public async Task What_is_streamed_is_Base64()
    {
        var answer = await FunctionUrl.WriteAsync(new ApiResponse(200, [new("X-AssetName", "a")], default) { Content = new MemoryStream([0, 255]) });
        (answer.StatusCode, answer.Body, answer.IsBase64Encoded, answer.Headers["x-assetname"]).ShouldBe((200, "AP8=", true, "a"));
        var packed = await FunctionUrl.WriteAsync(new ApiResponse(200, [new("Content-Encoding", "gzip")], new byte[] { 31, 139 }));
        (packed.Body, packed.IsBase64Encoded).ShouldBe(("H4s=", true));
    }

    private static Task<JsonNode> InvokeAsync(string operation, string? body, bool isBase64) => InvokeAsync(body, isBase64, ("x-amz-target", $"CodeDeploy_20141006.{operation}"));

    private static Task<JsonNode> InvokeAsync(string? body, bool isBase64, params (string Name, string Value)[] headers) => InvokeAsync("CodeDeployApi", body, isBase64, headers);

    private static async Task<JsonNode> InvokeAsync(string function, string? body, bool isBase64, params (string Name, string Value)[] headers)
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
        var entryPoint = EntryPoints.Discover(typeof(CodeDeployApiFunction).Assembly).Single(entry => entry.Name == function);
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
        var context = new InvocationContext(TimeProvider.System, TimeProvider.System.GetUtcNow().AddMinutes(1)) { AwsRequestId = "request", FunctionName = function };
        return (await entryPoint.InvokeAsync(services, payload, context, TestContext.Current.CancellationToken))!;
    }
}
