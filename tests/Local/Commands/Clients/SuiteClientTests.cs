using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Sluice.Local.Commands;
using Sluice.Local.Commands.Clients;
using Sluice.Pipelines.Shapes;
using Sluice.World;

namespace Sluice.Local.Tests.Commands.Clients;

/// <summary>The typed client against an endpoint that answers as a test says.</summary>
public sealed class SuiteClientTests : IDisposable
{
    private static readonly StartPipelineExecutionInput Start = new() { Name = "shop", ClientRequestToken = "once" };
    private readonly HttpClient _http = new();

    [Fact]
    public async Task Asks_signed_and_by_the_operations_name_and_reads_the_answer()
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.Request.Headers["X-Amz-Target"].ToString().ShouldBe("CodePipeline_20150709.GetPipelineState");
            context.Request.Headers.Authorization.ToString().ShouldContain("Credential=AKIATEST/");
            (await LoopbackServer.BodyAsync(context.Request)).ShouldBe("""{"name":"shop"}""");
            await context.Response.WriteAsync("""{"pipelineName":"shop","created":1764298200.5,"stageStates":[{"stageName":"Ask","latestExecution":{"pipelineExecutionId":"1","status":"InProgress"}}]}""");
        });

        var state = await Client(server).AskAsync<GetPipelineStateOutput>(new GetPipelineStateInput { Name = "shop" }, TestContext.Current.CancellationToken);

        state.Created.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(1764298200500));
        state.StageStates!.Single().LatestExecution!.Status.ShouldBe(StageExecutionStatus.InProgress);
    }

    [Theory]
    [InlineData(500, "InternalFailure")]
    [InlineData(400, "ThrottlingException")]
    public async Task Tries_again_with_the_same_token_when_the_suite_is_at_fault_or_throttles(int status, string error)
    {
        var bodies = new ConcurrentQueue<string>();
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            bodies.Enqueue(await LoopbackServer.BodyAsync(context.Request));
            context.Response.StatusCode = bodies.Count < 3 ? status : 200;
            await context.Response.WriteAsync(bodies.Count < 3 ? $$"""{"__type":"{{error}}","message":"later"}""" : """{"pipelineExecutionId":"run"}""");
        });

        (await Client(server).AskAsync<StartPipelineExecutionOutput>(Start, TestContext.Current.CancellationToken)).PipelineExecutionId.ShouldBe("run");

        bodies.ShouldBe(Enumerable.Repeat("""{"clientRequestToken":"once","name":"shop"}""", 3));
    }

    [Fact]
    public async Task Tells_what_the_service_refuses_and_asks_no_second_time()
    {
        var asked = 0;
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            asked++;
            context.Response.StatusCode = 400;
            await context.Response.WriteAsync("""{"__type":"com.amazonaws.codepipeline#PipelineNotFoundException","message":"There is no 'shop'."}""");
        });

        var refused = await Should.ThrowAsync<RefusedException>(Client(server).TellAsync(Start, TestContext.Current.CancellationToken));

        (refused.Message, refused.Code, asked).ShouldBe(("PipelineNotFoundException: There is no 'shop'.", "PipelineNotFoundException", 1));
    }

    [Fact]
    public async Task Says_where_nobody_answers_and_what_to_do()
    {
        Uri gone;
        await using (var server = await LoopbackServer.StartAsync(_ => Task.CompletedTask))
        {
            gone = server.Url;
        }

        var refused = await Should.ThrowAsync<RefusedException>(Client(gone).TellAsync(Start, TestContext.Current.CancellationToken));

        refused.Message.ShouldStartWith($"{gone.GetLeftPart(UriPartial.Authority)} cannot be asked: ");
        refused.Message.ShouldEndWith("--endpoint names another place.");
        refused.Message.ShouldNotContain("\n");
    }

    public void Dispose() => _http.Dispose();

    private SuiteClient Client(LoopbackServer server) => Client(server.Url);

    private SuiteClient Client(Uri url)
    {
        var environment = new Dictionary<string, string> { ["AWS_ACCESS_KEY_ID"] = "AKIATEST", ["AWS_SECRET_ACCESS_KEY"] = "secret", ["AWS_REGION"] = "us-east-1" };
        return new SuiteClient(SuitePlace.Of(environment, url.ToString(), "nowhere", isDataGiven: false, _http));
    }
}
