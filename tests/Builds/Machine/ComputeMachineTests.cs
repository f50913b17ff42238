using System.Text.Json.Nodes;
using Sluice.BuildContract;
using Sluice.Builds.Running;
using Sluice.Builds.Shapes;
using Sluice.Local.StateMachines;
using Sluice.Local.StateMachines.Running;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Platform.Json;

namespace Sluice.Builds.Tests.Machine;

/// <summary>Builds on the machine in an account that has every compute: each ends on each compute in each way.</summary>
public sealed class ComputeMachineTests
{
    private const string Lost = "EndInterruptedBuild CountBuild Ended";
    private static readonly BuildComputes _all = new("own-image", "own-arm-image", HasLambda: true, HasCodeBuild: true);

    /// <summary>What is done on each compute, and the state that does it.</summary>
    private static readonly Dictionary<string, (ProjectEnvironment Environment, string State, string Passing)> _computes = new()
    {
        ["Fargate"] = (Environment(EnvironmentType.LINUX_CONTAINER, "aws/codebuild/standard:7.0"), "RunBuild", "ECS.AmazonECSException"),
        ["Lambda"] = (Environment(EnvironmentType.ARM_LAMBDA_CONTAINER, "local", ComputeType.BUILD_LAMBDA_2GB), "RunBuildOnLambda", "Lambda.TooManyRequestsException"),
        ["a Lambda that slept"] = (Environment(EnvironmentType.LINUX_LAMBDA_CONTAINER, "local", ComputeType.BUILD_LAMBDA_2GB), "RunBuildOnLambda", "Lambda.CodeArtifactUserPendingException"),
        ["CodeBuild"] = (Environment(EnvironmentType.LINUX_CONTAINER, "node:22") with { PrivilegedMode = true }, "RunBuildOnCodeBuild", "CodeBuild.AccountLimitExceededException"),
    };

    private static readonly Dictionary<string, (string Path, BuildStatus Status)> _ends = new()
    {
        ["succeeds"] = ("EndBuild CountBuild Ended", BuildStatus.Succeeded),
        ["fails"] = ("EndBuild CountBuild Ended", BuildStatus.Failed),
        ["machine dies"] = ("EndBuild CountBuild Ended", BuildStatus.Fault),
        ["never ends"] = ("EndBuild CountBuild Ended", BuildStatus.TimedOut),
        ["passes"] = ("EndBuild CountBuild Ended", BuildStatus.Succeeded),
        ["is stopped"] = (Lost, BuildStatus.Stopped),
        ["is lost"] = ($"LoseWorker {Lost}", BuildStatus.Fault),
    };

    public static TheoryData<string> Cases => new(Names);

    internal static IEnumerable<string> Names => from compute in _computes.Keys from end in _ends.Keys select $"{compute}: {end}";

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_end_is_on_its_exact_path_on_every_compute(string name)
    {
        var (compute, end) = Parts(name);
        using var world = new BuildWorld(computes: _all);
        var execution = Run(world, name);

        string.Join(' ', execution.Path).ShouldBe($"BeginBuild RunUntilStopped WhereToRun AwaitBuildStop {_computes[compute].State} {_ends[end].Path}");
        execution.Result!.Status.ShouldBe(ExecutionStatus.Succeeded);
        execution.Result.Output!["status"]!.ToString().ShouldBe(_ends[end].Status.WireName());
        world.ParentAnswers.Distinct().ShouldBe([_ends[end].Status == BuildStatus.Succeeded ? "Succeeded" : "Failed"]);
    }

    [Theory]
    [InlineData("Lambda: is stopped", 1)]
    [InlineData("Lambda: succeeds", 0)]
    [InlineData("CodeBuild: is stopped", 0)]
    public void A_function_that_nobody_ends_is_told_to_stop_by_the_answers_to_its_progress(string name, int stops)
    {
        using var world = new BuildWorld(computes: _all);
        Run(world, name);

        world.Stops.ShouldBe(stops);
    }

    [Fact]
    public void CodeBuild_is_told_of_its_machine_and_given_the_same_variables()
    {
        using var world = new BuildWorld(computes: _all);
        JsonNode? told = null;
        Run(world, "CodeBuild: succeeds", task => told = task);

        Told(told!, "ProjectName").ShouldBe("build-project");
        Told(told!, "IdempotencyToken").ShouldBe(BuildsFixture.BuildId);
        Told(told!, "SourceLocationOverride").ShouldBe("suite/programs/build.zip");
        (Told(told!, "ImageOverride"), Told(told!, "ImagePullCredentialsTypeOverride")).ShouldBe(("node:22", "CODEBUILD"));
        (Told(told!, "EnvironmentTypeOverride"), Told(told!, "ComputeTypeOverride")).ShouldBe(("LINUX_CONTAINER", "BUILD_GENERAL1_SMALL"));
        (told!["PrivilegedModeOverride"]!.GetValue<bool>(), told["TimeoutInMinutesOverride"]!.GetValue<int>()).ShouldBe((true, 70));
        BuildWorld.Variables(told).Select(variable => variable!["Name"]!.ToString()).ShouldBe(["SLUICE_JOB", "SLUICE_BUILD_ID", "SLUICE_INITIATOR"]);

        static string Told(JsonNode told, string member) => told[member]!.ToString();
    }

    [Theory]
    [InlineData("Lambda: succeeds", "FunctionName", "build-function-arm64")]
    [InlineData("a Lambda that slept: succeeds", "FunctionName", "build-function")]
    [InlineData("Fargate: succeeds", "TaskDefinition", "build-runner")]
    public void What_runs_the_program_is_named_by_its_architecture(string name, string member, string expected)
    {
        using var world = new BuildWorld(computes: _all);
        JsonNode? told = null;
        Run(world, name, task => told = task);

        told![member]!.ToString().ShouldBe(expected);
    }

    [Fact]
    public async Task A_build_without_a_compute_fails_at_once_and_says_what_to_set()
    {
        using var world = new BuildWorld(computes: new BuildComputes("own-image"));
        world.Program = (_, _) => throw new InvalidOperationException("must not run");
        var execution = Run(world, "CodeBuild: fails", prepare: false);

        string.Join(' ', execution.Path).ShouldBe("BeginBuild EndInterruptedBuild CountBuild Ended");
        var build = await world.Fixture.Store.GetAsync(BuildsFixture.BuildId, TestContext.Current.CancellationToken);
        (build.Status, build.Message).ShouldBe((BuildStatus.Failed, "privilegedMode needs CodeBuild as compute, which this installation does not have; set UseCodeBuild=true."));
        world.ParentAnswers.Distinct().ShouldBe(["Failed"]);
        (build.EndedAt - build.SubmittedAt)!.Value.ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void CodeBuild_has_time_to_come_up_before_a_build_is_taken_for_lost()
    {
        Silence("Fargate: is lost").ShouldBe(TimeSpan.FromMinutes(5));
        Silence("CodeBuild: is lost").ShouldBe(TimeSpan.FromMinutes(30));

        static TimeSpan Silence(string name)
        {
            using var world = new BuildWorld(computes: _all);
            var execution = Run(world, name);
            var lost = execution.History.Single(happened => happened.StateName == "LoseWorker" && happened.Type.EndsWith("StateEntered", StringComparison.Ordinal));
            return TimeSpan.FromSeconds(Math.Round((lost.Timestamp - execution.History[0].Timestamp).TotalSeconds));
        }
    }

    internal static IEnumerable<string> Walked(string name)
    {
        using var world = new BuildWorld(computes: _all);
        return [.. Transitions.Walked(Run(world, name))];
    }

    private static ProjectEnvironment Environment(EnvironmentType type, string image, ComputeType compute = ComputeType.BUILD_GENERAL1_SMALL) => new() { Type = type, Image = image, ComputeType = compute };

    private static (string Compute, string End) Parts(string name) => name.Split(": ") is [var compute, var end] ? (compute, end) : throw new ArgumentException(name);

    private static Execution Run(BuildWorld world, string name, Action<JsonNode>? told = null, bool prepare = true)
    {
        var (compute, end) = Parts(name);
        if (prepare)
        {
            Prepare(world, end, _computes[compute].Passing, told);
        }

        return world.Time.Run(async () =>
        {
            await world.Fixture.CreateProjectAsync(_computes[compute].Environment);
            await world.Fixture.Start.RunAsync(BuildsFixture.Request());
            var execution = world.Start();
            await execution.Completion;
            await Task.Delay(TimeSpan.FromMinutes(2), world.Time);
            return execution;
        });
    }

    private static void Prepare(BuildWorld world, string end, string passing, Action<JsonNode>? told)
    {
        var tries = 0;
        world.IsSilent = end == "is lost";
        world.Program = async (task, stop) =>
        {
            told?.Invoke(task);
            BuildWorld.Variables(task).ShouldContain(variable => variable!["Name"]!.ToString() == "SLUICE_JOB");
            if (end == "passes" && tries++ < 2)
            {
                throw new TaskFailedException(passing, "slow down");
            }

            if (end == "machine dies")
            {
                throw new TaskFailedException("States.TaskFailed", "it died");
            }

            if (end == "is stopped")
            {
                _ = StopLaterAsync(world);
            }

            await Task.Delay(end is "never ends" or "is lost" ? TimeSpan.FromDays(9) : end == "is stopped" ? TimeSpan.FromHours(1) : TimeSpan.FromMinutes(2), world.Time, stop);
            world.Fixture.PutResult(end == "fails" ? BuildStatus.Failed : BuildStatus.Succeeded, "why");
        };
    }

    private static async Task StopLaterAsync(BuildWorld world)
    {
        await Task.Delay(TimeSpan.FromMinutes(1), world.Time);
        await world.Fixture.Stop.RunAsync(BuildsFixture.BuildId, "enough");
    }
}
