using System.Text;
using System.Text.Json.Nodes;
using Sluice.Platform.Protocol;
using Sluice.Platform.Protocol.Models;
using Sluice.Platform.Runs;
using Sluice.Platform.Tests.Objects;

namespace Sluice.Platform.Tests.Protocol;

public sealed class ApiEndpointTests
{
    private readonly WireFixture _wire = new();

    [Fact]
    public async Task An_answer_has_the_members_of_the_model_and_epoch_seconds()
    {
        var created = DateTimeOffset.FromUnixTimeMilliseconds(1_446_229_001_211);
        _wire.Operations.Output = new GetDeploymentOutput(new DeploymentInfo("d-1", created, new DeploymentOverview(1, 2), NotOfTheModel: "dropped"));
        var response = await _wire.AnswerAsync("GetDeployment", """{"deploymentId":"d-1"}""");
        response.Status.ShouldBe(200);
        Encoding.UTF8.GetString(response.Body.Span).ShouldBe(
            """{"deploymentInfo":{"deploymentId":"d-1","createTime":1446229001.211,"deploymentOverview":{"Failed":1,"Succeeded":2}}}""");
    }

    [Fact]
    public async Task An_answer_carries_the_request_id_and_the_content_type()
    {
        _wire.Operations.Output = new ListDeploymentsOutput([]);
        var response = await _wire.AnswerAsync("ListDeployments", "{}");
        response.Headers.ShouldBe([new("Content-Type", "application/x-amz-json-1.1"), new("x-amzn-RequestId", "the-request")]);
    }

    [Fact]
    public async Task Members_are_written_as_the_model_names_them()
    {
        _wire.Operations.Output = new ListTagsForResourceOutput([new Tag("team", "web")]);
        var response = await _wire.AnswerAsync("ListTagsForResource", """{"ResourceArn":"arn:x"}""");
        Encoding.UTF8.GetString(response.Body.Span).ShouldBe("""{"Tags":[{"Key":"team","Value":"web"}]}""");
    }

    [Fact]
    public async Task An_operation_without_output_answers_an_empty_body()
    {
        _wire.Operations.Output = new DeleteApplicationOutput();
        (await _wire.AnswerAsync("DeleteApplication", """{"applicationName":"a"}""")).Body.Length.ShouldBe(0);
    }

    [Theory]
    [InlineData("""{"createTimeRange":{"start":1446229001.211}}""")]
    [InlineData("""{"createTimeRange":{"start":"2015-10-30T18:16:41.211Z"}}""")]
    public async Task Timestamps_are_read_in_epoch_seconds_and_in_iso_8601(string body)
    {
        _wire.Operations.Output = new ListDeploymentsOutput([]);
        await _wire.AnswerAsync("ListDeployments", body);
        ((ListDeploymentsInput)_wire.Operations.Input!).CreateTimeRange!.Start.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(1_446_229_001_211));
    }

    [Fact]
    public async Task Members_that_the_model_lacks_and_nulls_are_ignored()
    {
        _wire.Operations.Output = new ListDeploymentsOutput([]);
        await _wire.AnswerAsync("ListDeployments", """{"ApplicationName":5,"more":{},"createTimeRange":null,"applicationName":"a"}""");
        _wire.Operations.Input.ShouldBe(new ListDeploymentsInput("a", null));
    }

    [Fact]
    public async Task No_body_is_no_input()
    {
        _wire.Operations.Output = new ListDeploymentsOutput([]);
        (await _wire.AnswerAsync("ListDeployments", "")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task An_operation_that_is_not_built_names_itself() =>
        (await _wire.RefusedAsync("GetApplication", """{"applicationName":"a"}"""))
            .ShouldBe((501, "NotImplementedException", "codedeploy:GetApplication is not built yet. Of codedeploy there are DeleteApplication, GetDeployment, ListDeployments, ListTagsForResource."));

    [Theory]
    [InlineData("CodeBuild_20161006.BatchGetBuilds", """{"ids":["a"]}""", "codebuild:BatchGetBuilds is not built yet, and no other operation of codebuild is.")]
    [InlineData("CodePipeline_20150709.ListPipelines", "{}", "codepipeline:ListPipelines is not built yet, and no other operation of codepipeline is.")]
    public async Task An_operation_of_another_service_that_is_not_built_names_itself(string target, string body, string message)
    {
        var response = await _wire.AnswerAsync(target, Encoding.UTF8.GetBytes(body));
        response.Status.ShouldBe(501);
        JsonNode.DeepEquals(Answer(response), new JsonObject { ["__type"] = "NotImplementedException", ["message"] = message }).ShouldBeTrue();
    }

    [Fact]
    public async Task A_model_is_read_when_a_request_for_its_service_first_comes()
    {
        _wire.Models.ReadSoFar.ShouldBeEmpty();
        await _wire.AnswerAsync("Logs_20140328.DescribeLogGroups", "{}"u8.ToArray());
        _wire.Models.ReadSoFar.ShouldBeEmpty();
        await _wire.AnswerAsync("CodeBuild_20161006.ListBuilds", "{}"u8.ToArray());
        _wire.Models.ReadSoFar.ShouldBe(["codebuild"]);
    }

    [Theory]
    [InlineData("CodeDeploy_20141006.NoSuchThing")]
    [InlineData("CodeBuild_20161006.NoSuchThing")]
    [InlineData("CodeBuild_20200101.ListBuilds")]
    [InlineData("GetDeployment")]
    [InlineData("")]
    public async Task An_unknown_target_is_an_unknown_operation(string target)
    {
        var response = await _wire.AnswerAsync(target, "{}"u8.ToArray());
        response.Status.ShouldBe(400);
        Answer(response)["__type"]!.GetValue<string>().ShouldBe("UnknownOperationException");
    }

    [Fact]
    public async Task A_client_that_hangs_up_in_the_middle_of_its_body_is_no_fault_of_ours()
    {
        using var broken = new BrokenStream();
        var request = new ApiRequest("POST", "/", "", [new("x-amz-target", "CodeDeploy_20141006.GetDeployment")], default) { Content = broken };
        await Should.ThrowAsync<IOException>(() => _wire.Endpoint.AnswerAsync(request, TestContext.Current.CancellationToken));
        _wire.Operations.Input.ShouldBeNull();
    }

    [Fact]
    public async Task A_request_without_target_is_an_unknown_operation()
    {
        var response = await _wire.Endpoint.AnswerAsync(new ApiRequest("POST", "/", "", [], default), TestContext.Current.CancellationToken);
        Answer(response)["__type"]!.GetValue<string>().ShouldBe("UnknownOperationException");
    }

    [Fact]
    public async Task What_the_gate_refuses_is_not_read()
    {
        _wire.Refusal = new ApiException("UnrecognizedClientException", "no");
        (await _wire.RefusedAsync("GetDeployment", "{{{")).Code.ShouldBe("UnrecognizedClientException");
    }

    [Fact]
    public async Task An_error_of_the_model_is_answered_by_its_name()
    {
        _wire.Operations.Failure = new ApiException("DeploymentDoesNotExistException", "none");
        (await _wire.RefusedAsync("GetDeployment", """{"deploymentId":"d-1"}""")).ShouldBe((400, "DeploymentDoesNotExistException", "none"));
    }

    [Fact]
    public async Task An_exception_whose_class_is_named_as_a_declared_error_is_that_error()
    {
        _wire.Operations.Failure = new DeploymentDoesNotExistException();
        (await _wire.RefusedAsync("GetDeployment", """{"deploymentId":"d-1"}""")).ShouldBe((400, "DeploymentDoesNotExistException", "no such deployment"));
    }

    [Fact]
    public async Task An_unexpected_exception_tells_its_request_id_and_nothing_else()
    {
        _wire.Operations.Failure = new InvalidOperationException("the secret is 42");
        var (status, code, message) = await _wire.RefusedAsync("GetDeployment", """{"deploymentId":"d-1"}""");
        (status, code).ShouldBe((500, "InternalFailure"));
        message.ShouldContain("the-request");
        message.ShouldNotContain("secret");
    }

    [Fact]
    public void An_exception_of_the_framework_is_no_error_of_the_model_whatever_its_name()
    {
        var operation = new ServiceModels()["codedeploy"].Operations["DeleteDeploymentConfig"];
        operation.Errors.ShouldContain(nameof(InvalidOperationException));

        ErrorStatus.Code(new InvalidOperationException("the secret is 42"), operation).ShouldBeNull();
        ErrorStatus.Code(new ApiException(nameof(InvalidOperationException), "it is used"), operation).ShouldBe(nameof(InvalidOperationException));
    }

    [Theory]
    [InlineData("codepipeline", "TagResource", "ConcurrentModificationException")]
    [InlineData("codepipeline", "StopPipelineExecution", "ConflictException")]
    [InlineData("codebuild", "StopBuild", null)]
    public void What_others_change_is_what_the_operation_calls_it(string service, string operation, string? code) =>
        ErrorStatus.Code(new ConcurrentModificationException("It"), new ServiceModels()[service].Operations[operation]).ShouldBe(code);

    private static JsonNode Answer(ApiResponse response) => JsonNode.Parse(response.Body.Span)!;

    [Fact]
    public async Task At_one_services_endpoint_its_own_calls_are_answered()
    {
        _wire.Operations.Output = new ListDeploymentsOutput([]);
        (await AtCodeDeployAsync(new ApiRequest("POST", "/", "", [new("x-amz-target", "CodeDeploy_20141006.ListDeployments")], "{}"u8.ToArray()))).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("GET", "/v1/domains", "codeartifact (GET /v1/domains)")]
    [InlineData("POST", "/v1/domain", "codeartifact (POST /v1/domain)")]
    public async Task At_one_services_endpoint_another_services_call_is_told_where_that_is_in_its_own_protocol(string method, string path, string call)
    {
        var answer = await AtCodeDeployAsync(new ApiRequest(method, path, "", [], default));
        (answer.Status, answer.Headers.Single(header => header.Key == "x-amzn-ErrorType").Value).ShouldBe((404, "UnknownOperationException"));
        ((string)JsonNode.Parse(answer.Body.Span)!["message"]!).ShouldBe($"{call} is not served here: this is the endpoint of codedeploy. Give clients the one of codeartifact, as AWS_ENDPOINT_URL_CODEARTIFACT.");
        _wire.Models.ReadSoFar.ShouldNotContain("codeartifact");
    }

    [Fact]
    public async Task At_one_services_endpoint_a_call_that_names_no_operation_is_told_the_same()
    {
        var answer = await AtCodeDeployAsync(new ApiRequest("POST", "/", "", [new("Authorization", "AWS4-HMAC-SHA256 Credential=A/20260101/us-east-1/codebuild/aws4_request, SignedHeaders=host, Signature=0")], default));
        ((string)JsonNode.Parse(answer.Body.Span)!["message"]!).ShouldStartWith("codebuild (POST /) is not served here: this is the endpoint of codedeploy.");
    }

    private Task<ApiResponse> AtCodeDeployAsync(ApiRequest request) => _wire.Endpoint.AnswerAsync("codedeploy", request, TestContext.Current.CancellationToken);
}
