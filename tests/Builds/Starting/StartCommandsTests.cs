using System.Text.Json.Nodes;
using Sluice.BuildContract.Jobs;
using Sluice.Builds.Running;
using Sluice.Platform.Actions;
using Sluice.Platform.Objects;

namespace Sluice.Builds.Tests.Starting;

/// <summary>Actions and rules that are commands, without a project.</summary>
public sealed class StartCommandsTests : IDisposable
{
    private readonly BuildsFixture _fixture = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Commands_are_the_buildspec_of_a_build_that_logs_to_the_pipelines_group()
    {
        var job = await JobAsync(Request(["echo \"$A\" > out", "make 'all'"]) with { TimeoutSeconds = 3600 });

        JsonNode.Parse(job.Buildspec!)!.ToJsonString().ShouldBe(JsonNode.Parse(
            """{"version":"0.2","env":{"exported-variables":["VERSION","CODEBUILD_BUILD_ID"]},"phases":{"build":{"commands":["echo \"$A\" > out","make 'all'"]}},"artifacts":{"files":["out","lib/**"]}}""")!.ToJsonString());
        job.BuildId.ShouldBe($"codepipeline-my-shop:{Sluice.Builds.Model.BuildIds.Of("my.shop", "action-1")}");
        job.Logs.GroupName.ShouldBe("/aws/codepipeline/my.shop");
        job.TimeoutSeconds.ShouldBe(55 * 60);
        job.Source.Version.ShouldBe(new string('c', 40));
        job.Environment.ShouldBe([new JobVariable("A", "1"), new JobVariable("B", "key") { Kind = JobVariableKind.SecretsManager }]);
    }

    [Fact]
    public async Task Each_of_several_outputs_has_its_files_and_all_of_them_without_any()
    {
        var job = await JobAsync(Request(["make"]) with { OutputArtifacts = ["Package", "Rest"] });

        JsonNode.Parse(job.Buildspec!)!["artifacts"]!.ToJsonString().ShouldBe("""{"secondary-artifacts":{"Package":{"files":["out","lib/**"]},"Rest":{"files":["**/*"]}}}""");
    }

    [Fact]
    public async Task A_rule_needs_neither_inputs_nor_outputs()
    {
        var job = await JobAsync(Request(["test -n x"]) with { Category = "Rule", InputArtifacts = new Dictionary<string, ObjectRef>(), OutputArtifacts = [] });

        job.Source.Kind.ShouldBe(JobSourceKind.None);
        JsonNode.Parse(job.Buildspec!)!["artifacts"].ShouldBeNull();
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        var request = Request(["one\ntwo", " "]) with
        {
            Configuration = new Dictionary<string, string> { ["ProjectName"] = "x" },
            Commands = new ActionCommands(["one\ntwo", " "], [], ["AWS_KEY", "A-B"], new Dictionary<string, IReadOnlyList<string>>()),
        };

        await _fixture.Start.RunAsync(request, Cancellation);
        await _fixture.Start.RunAsync(request with { TaskToken = "none", ActionExecutionId = "action-2", Commands = null }, Cancellation);

        _fixture.Machines.Result("parent").Message!.Split('\n').ShouldBe(
        [
            "Build/Compile: configuration.ProjectName: is not known here; expected no configuration beside the commands",
            "Build/Compile: commands[0]: has several lines; expected a command of one line",
            "Build/Compile: commands[1]: is empty; expected a command of one line",
            "Build/Compile: outputVariables: 'AWS_KEY' cannot be handed on; expected letters, digits and _, and no name that begins with AWS_",
            "Build/Compile: outputVariables: 'A-B' cannot be handed on; expected letters, digits and _, and no name that begins with AWS_",
        ]);
        _fixture.Machines.Result("none").Message!.ShouldContain("commands: there are none; expected at least one");
    }

    public void Dispose() => _fixture.Dispose();

    private static ActionRequest Request(IReadOnlyList<string> commands) => BuildsFixture.Request() with
    {
        PipelineName = "my.shop",
        Category = "Compute",
        Provider = "Commands",
        Commands = new ActionCommands(
            commands, [new ActionVariable("A", "1"), new ActionVariable("B", "key", "SECRETS_MANAGER")], ["VERSION", "CODEBUILD_BUILD_ID"], new Dictionary<string, IReadOnlyList<string>> { ["Package"] = ["out", "lib/**"] }),
    };

    private async Task<BuildJob> JobAsync(ActionRequest request)
    {
        await _fixture.Start.RunAsync(request, Cancellation);
        _fixture.Machines.Completed.ShouldBeEmpty();
        return await _fixture.Get<BuildJobs>().OfAsync(await _fixture.Store.GetAsync(Sluice.Builds.Model.BuildIds.Of("my.shop", "action-1"), Cancellation), Cancellation);
    }
}
