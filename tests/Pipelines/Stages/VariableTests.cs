using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Stages;
using Sluice.Pipelines.Tests.Fakes;

namespace Sluice.Pipelines.Tests.Stages;

public sealed class VariableTests : IDisposable
{
    private readonly Suite _suite = new();

    public void Dispose() => _suite.Dispose();

    private static PipelineText Text(string reference) => PipelineText.Begin()
        .Stage("Build", PipelineText.Build("Compile", @namespace: "build"), PipelineText.Build("Later", runOrder: 2, variables: reference))
        .With("variables", System.Text.Json.Nodes.JsonNode.Parse("""[{"name":"Color","defaultValue":"blue"},{"name":"Size"}]""")!);

    private async Task<NextStageAnswer> LaterAsync(string reference, IReadOnlyDictionary<string, string>? given)
    {
        await _suite.KeepAsync(Text(reference));
        _suite.Refs.Heads[Documents.Repository] = Documents.Commit(1);
        var start = new StartRequest("app") { Variables = [new PipelineVariable { Name = "Size", Value = "10" }] };
        var run = new Run(_suite, await _suite.Get<ExecutionStarts>().StartAsync(start));
        await run.AskAsync();
        var build = await run.GoOnAsync();
        return (await run.AskAsync(build!.Step, Run.Success(build.Actions[0]) with { OutputVariables = given }))!;
    }

    [Fact]
    public async Task An_action_has_the_values_that_earlier_ones_and_the_start_gave()
    {
        var answer = await LaterAsync("#{build.TAG}/#{variables.Color}/#{variables.Size}/#{codepipeline.PipelineExecutionId}", new Dictionary<string, string> { ["TAG"] = "v1" });

        answer.Actions.Single().Configuration["EnvironmentVariables"].ShouldBe($"v1/blue/10/{answer.PipelineExecutionId}");
    }

    [Theory]
    [InlineData("#{build.TAX}")]
    [InlineData("#{nobody.TAG}")]
    public async Task A_value_that_nobody_gave_fails_the_action_before_it_begins(string reference)
    {
        var answer = await LaterAsync(reference, new Dictionary<string, string> { ["TAG"] = "v1" });

        answer.Status.ShouldBe(PipelineExecutionStatus.Failed);
        (await _suite.RunAsync(answer.PipelineExecutionId)).Message!.ShouldContain($"There is no value for {reference}. There are: #{{codepipeline.PipelineExecutionId}}, #{{variables.Color}}, #{{variables.Size}}, #{{build.TAG}}.");
    }

    [Fact]
    public async Task A_start_is_refused_with_all_that_is_wrong_with_its_variables()
    {
        await _suite.KeepAsync(Text("x"));
        _suite.Refs.Heads[Documents.Repository] = Documents.Commit(1);

        var refusal = await Should.ThrowAsync<Platform.Protocol.ApiException>(() => _suite.Get<ExecutionStarts>().StartAsync(new StartRequest("app") { Variables = [new PipelineVariable { Name = "Colour", Value = "x" }] }));

        refusal.Message.ShouldBe("The variables cannot be taken: the pipeline declares no variable 'Colour'; there are: Color, Size; the variable 'Size' has no default and must be given.");
    }
}
