using System.Text.Json.Nodes;
using Sluice.BuildContract;
using Sluice.Builds.Api.Sandboxes;
using Sluice.Builds.Model;
using Sluice.Builds.Shapes;
using Sluice.Local.StateMachines;
using Sluice.Local.StateMachines.Running;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Platform.Json;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Tests.Machine;

public sealed class BuildMachineTests
{
    private const string Served = "BeginBuild RunUntilStopped WhereToRun AwaitBuildStop RunBuild EndBuild CountBuild Ended";

    private static readonly Dictionary<string, Action<BuildWorld>> _cases = new()
    {
        ["succeeds"] = world => world.Program = Writes(world, BuildStatus.Succeeded),
        ["fails"] = world => world.Program = Writes(world, BuildStatus.Failed),
        ["machine dies"] = world => world.Program = (_, _) => throw new TaskFailedException("States.TaskFailed", "exit code 1"),
        ["never ends"] = world => world.Program = (_, stop) => Task.Delay(TimeSpan.FromDays(9), world.Time, stop),
        ["no capacity at first"] = world =>
        {
            var tries = 0;
            world.Program = (task, stop) =>
                tries++ < 2 ? throw new TaskFailedException("ECS.AmazonECSException", "RESOURCE:CPU") : Writes(world, BuildStatus.Succeeded)(task, stop);
        },
        ["worker is lost"] = world =>
        {
            world.IsSilent = true;
            world.Program = (_, stop) => Task.Delay(TimeSpan.FromHours(1), world.Time, stop);
        },
        ["stopped while it runs"] = world => world.Program = (_, stop) =>
            Task.WhenAll(StopLaterAsync(world), Task.Delay(TimeSpan.FromHours(1), world.Time, stop)),
        ["end cannot be written at first"] = world =>
        {
            var refused = 0;
            world.Program = Writes(world, BuildStatus.Succeeded);
            world.LambdaFault = function => function == "EndBuild" && refused++ < 1 ? new InvalidOperationException("table unreachable") : null;
        },
        ["begin cannot be read"] = world => world.LambdaFault = function => function == "BeginBuild" ? new InvalidOperationException("table unreachable") : null,
        ["metrics are refused"] = world =>
        {
            world.Program = Writes(world, BuildStatus.Succeeded);
            world.MetricFault = new TaskFailedException("CloudWatch.InvalidParameterValueException", "no");
        },
        ["lambda is throttled"] = world =>
        {
            var throttled = new HashSet<string>();
            world.Program = Writes(world, BuildStatus.Succeeded);
            world.LambdaFault = function => throttled.Add(function) ? new TaskFailedException("Lambda.TooManyRequestsException", "slow down") : null;
        },
    };

    public static TheoryData<string, string, BuildStatus> Cases => new()
    {
        { "succeeds", Served, BuildStatus.Succeeded },
        { "fails", Served, BuildStatus.Failed },
        { "machine dies", Served, BuildStatus.Fault },
        { "never ends", Served, BuildStatus.TimedOut },
        { "no capacity at first", Served, BuildStatus.Succeeded },
        { "worker is lost", "BeginBuild RunUntilStopped WhereToRun AwaitBuildStop RunBuild LoseWorker EndInterruptedBuild CountBuild Ended", BuildStatus.Fault },
        { "stopped while it runs", "BeginBuild RunUntilStopped WhereToRun AwaitBuildStop RunBuild EndInterruptedBuild CountBuild Ended", BuildStatus.Stopped },
        { "end cannot be written at first", "BeginBuild RunUntilStopped WhereToRun AwaitBuildStop RunBuild EndBuild EndInterruptedBuild CountBuild Ended", BuildStatus.Succeeded },
        { "begin cannot be read", "BeginBuild EndInterruptedBuild CountBuild Ended", BuildStatus.Fault },
        { "metrics are refused", Served, BuildStatus.Succeeded },
        { "lambda is throttled", Served, BuildStatus.Succeeded },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_end_is_on_its_exact_path_and_told_to_the_pipeline(string name, string path, BuildStatus status)
    {
        using var world = new BuildWorld();
        var execution = Run(world, name);

        string.Join(' ', execution.Path).ShouldBe(path);
        execution.Result!.Status.ShouldBe(ExecutionStatus.Succeeded);
        execution.Result.Output!["status"]!.GetValue<string>().ShouldBe(status.WireName());
        world.ParentAnswers.ShouldNotBeEmpty();
        world.ParentAnswers.ShouldAllBe(answer => answer == (status == BuildStatus.Succeeded ? "Succeeded" : "Failed"));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_build_goes_its_way_and_takes_as_long_wherever_the_clock_is_set(string name, string path, BuildStatus status)
    {
        using var undisturbed = new BuildWorld();
        Run(undisturbed, name);
        foreach (var moved in new[] { TimeSpan.FromHours(-1), TimeSpan.FromDays(1) })
        {
            using var world = new BuildWorld();
            using var timer = world.Time.CreateTimer(_ => world.Time.MoveWallClock(moved), null, TimeSpan.FromMilliseconds(300), Timeout.InfiniteTimeSpan);
            var execution = Run(world, name);

            string.Join(' ', execution.Path).ShouldBe(path);
            execution.Result!.Output!["status"]!.GetValue<string>().ShouldBe(status.WireName());

            // Pauses before retries are drawn, and these cases retry.
            if (name is not ("lambda is throttled" or "no capacity at first"))
            {
                world.Time.GetElapsedTime(0).ShouldBe(undisturbed.Time.GetElapsedTime(0), moved.ToString());
            }
        }
    }

    [Fact]
    public void The_cases_walk_every_transition()
    {
        var walked = new HashSet<string>();
        foreach (var name in _cases.Keys)
        {
            using var world = new BuildWorld();
            walked.UnionWith(Transitions.Walked(Run(world, name)));
        }

        ComputeMachineTests.Names.ToList().ForEach(name => walked.UnionWith(ComputeMachineTests.Walked(name)));
        var written = Transitions.Written(JsonNode.Parse(SuiteMachines.Text("build"))!).ToHashSet();
        walked.Order().ShouldBe(written.Order());
    }

    [Fact]
    public void A_build_that_was_stopped_before_its_machine_began_does_not_run()
    {
        using var world = new BuildWorld();
        world.Program = (_, _) => throw new InvalidOperationException("must not run");
        var execution = world.Time.Run(async () =>
        {
            await world.Fixture.Start.RunAsync(BuildsFixture.Request());
            await world.Fixture.Stop.RunAsync(BuildsFixture.BuildId, "changed my mind");
            var started = world.Start();
            await started.Completion;
            return started;
        });

        string.Join(' ', execution.Path).ShouldBe("BeginBuild EndInterruptedBuild CountBuild Ended");
        execution.Result!.Output!["status"]!.GetValue<string>().ShouldBe("STOPPED");
    }

    [Fact]
    public void An_aborted_execution_is_recovered()
    {
        using var world = new BuildWorld();
        world.Program = (_, stop) => Task.Delay(TimeSpan.FromHours(1), world.Time, stop);
        world.Time.Run(async () =>
        {
            await world.Fixture.Start.RunAsync(BuildsFixture.Request());
            var execution = world.Start();
            await Task.Delay(TimeSpan.FromMinutes(1), world.Time, TestContext.Current.CancellationToken);
            world.Abort(execution);
            await execution.Completion;
            world.ParentAnswers.ShouldBeEmpty();
            await world.RecoverAsync(execution);
        });

        world.ParentAnswers.ShouldBe(["Failed"]);
    }

    [Fact]
    public void Only_a_sandboxs_task_lets_somebody_in_and_each_can_be_found_by_its_build()
    {
        using var world = new BuildWorld();
        var tasks = new List<(string Group, bool LetsIn)>();
        world.Program = (task, _) =>
        {
            tasks.Add((task["Group"]!.GetValue<string>(), task["EnableExecuteCommand"]!.GetValue<bool>()));
            return Task.CompletedTask;
        };
        var sandbox = world.Time.Run(async () =>
        {
            await world.Fixture.Start.RunAsync(BuildsFixture.Request());
            await world.Start().Completion;
            await world.Fixture.CreateProjectAsync(new ProjectEnvironment { Type = EnvironmentType.LINUX_CONTAINER, Image = "local", ComputeType = ComputeType.BUILD_GENERAL1_SMALL });
            var started = await world.Fixture.Get<StartSandbox>().RunAsync(new StartSandboxInput { ProjectName = "shop" }, new OperationContext("started", null), CancellationToken.None);
            var id = BuildIds.In(started.Sandbox!.Id!)!;
            await world.Start(id).Completion;
            return id;
        });

        tasks.ShouldBe([(BuildsFixture.BuildId, false), (sandbox, true)]);
    }

    [Fact]
    public void A_build_takes_eight_transitions()
    {
        using var world = new BuildWorld();

        Run(world, "succeeds").Transitions.ShouldBe(8);
    }

    [Fact]
    public void What_is_counted_has_codebuilds_names_for_the_project_and_for_all()
    {
        using var world = new BuildWorld();

        Run(world, "fails");

        foreach (var name in new[] { "Builds=1", "SucceededBuilds=0", "FailedBuilds=1", "Duration=120", "QueuedDuration=0", "DownloadSourceDuration=3" })
        {
            world.Metrics.ShouldContain(name);
            world.Metrics.ShouldContain($"{name} of shop");
        }
    }

    private static Execution Run(BuildWorld world, string name)
    {
        _cases[name](world);
        return world.Time.Run(async () =>
        {
            await world.Fixture.Start.RunAsync(BuildsFixture.Request());
            var execution = world.Start();
            await execution.Completion;
            return execution;
        });
    }

    private static Func<JsonNode, CancellationToken, Task> Writes(BuildWorld world, BuildStatus status) => async (task, stop) =>
    {
        task["TaskDefinition"]!.GetValue<string>().ShouldBe("build-runner");
        task["NetworkConfiguration"]!["AwsvpcConfiguration"]!["Subnets"]!.AsArray().Count.ShouldBe(2);
        BuildWorld.Variables(task).ShouldContain(variable => variable!["Name"]!.GetValue<string>() == "SLUICE_JOB");
        await Task.Delay(TimeSpan.FromMinutes(2), world.Time, stop);
        world.Fixture.PutResult(status, "why");
    };

    private static async Task StopLaterAsync(BuildWorld world)
    {
        await Task.Delay(TimeSpan.FromMinutes(1), world.Time);
        await world.Fixture.Stop.RunAsync(BuildsFixture.BuildId, "enough");
    }
}
