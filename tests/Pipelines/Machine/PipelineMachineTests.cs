using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Running;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Recovery;
using Sluice.Pipelines.Sources;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Platform.Actions;
using Sluice.Platform.Objects;

namespace Sluice.Pipelines.Tests.Machine;

public sealed class PipelineMachineTests : IDisposable
{
    private static readonly string[] Straight =
    [
        "NextStage", "WhatNext", "RunActions", "StartAction",
        "NextStage", "WhatNext", "RunActions", "StartAction",
        "NextStage", "WhatNext", "RunActions", "StartAction",
        "NextStage", "WhatNext", "Ended",
    ];

    private readonly MachineHost _host = new();

    public void Dispose() => _host.Dispose();

    private async Task<string> StartAsync(int commit, string pipeline = "app")
    {
        _host.Suite.Refs.Heads[Documents.Repository] = Documents.Commit(commit);
        return await _host.Suite.Get<ExecutionStarts>().StartAsync(new StartRequest(pipeline));
    }

    private Task CreateAsync(string document) => _host.Suite.Get<PipelineCatalog>().CreateAsync("p.json", document);

    private Task<PipelineExecutionView> ViewAsync(string id) => _host.Suite.Get<ExecutionViews>().GetAsync("app", id);

    [Fact]
    public void A_run_of_three_stages() => _host.Time.Run(async () =>
    {
        await CreateAsync(Documents.ThreeStages());
        var id = await StartAsync(1);
        var execution = (await _host.DeliverAsync()).Single();

        var result = await execution.Completion;

        execution.Name.ShouldBe($"{id}-1");
        execution.Path.ShouldBe(Straight);
        _host.Calls.ShouldBe(["NextStage", "StartAction", "NextStage", "StartBuild", "NextStage", "StartDeployment", "NextStage"]);
        result.Output!["status"]!.ToString().ShouldBe("Succeeded");
        var view = await ViewAsync(id);
        view.Status.ShouldBe(PipelineExecutionStatus.Succeeded);
        view.Stages[2].Actions[0].Outcome.ShouldBe(ActionOutcome.Succeeded);
        // The source's artifact is the commit alone.
        var source = _host.Suite.Objects[view.Stages[0].Actions[0].OutputArtifacts["Source"]];
        var manifest = JsonNode.Parse(source)!;
        manifest["commitId"]!.ToString().ShouldBe(Documents.Commit(1));
        manifest["repository"]!.ToString().ShouldBe(Documents.Repository);
        manifest["primary"].ShouldBeNull();
    });

    [Fact]
    public void A_group_of_two_and_a_later_action() => _host.Time.Run(async () =>
    {
        await CreateAsync(Documents.Groups("app"));
        await StartAsync(1);
        var execution = (await _host.DeliverAsync()).Single();

        await execution.Completion;

        execution.Path.Count(state => state == "StartAction").ShouldBe(5);
        execution.Path.Count(state => state == "NextStage").ShouldBe(5);
        _host.Calls.ShouldBe(["NextStage", "StartAction", "NextStage", "StartBuild", "StartBuild", "NextStage", "StartBuild", "NextStage", "StartDeployment", "NextStage"]);
    });

    [Fact]
    public void A_failed_build_ends_the_run() => _host.Time.Run(async () =>
    {
        await CreateAsync(Documents.ThreeStages());
        var id = await StartAsync(1);
        _host.Act = request => Task.FromResult<ActionResult?>(new ActionResult(ActionStatus.Failed, "b-1", null, "exit 2", new Dictionary<string, ObjectRef>()));
        var execution = (await _host.DeliverAsync()).Single();

        (await execution.Completion).Output!["status"]!.ToString().ShouldBe("Failed");

        execution.Path.ShouldBe([.. Straight[..8], "NextStage", "WhatNext", "Ended"]);
        (await ViewAsync(id)).Message.ShouldBe("Build/Compile: exit 2");
    });

    [Fact]
    public void A_service_that_throws_fails_its_action_and_not_the_machine() => _host.Time.Run(async () =>
    {
        await CreateAsync(Documents.ThreeStages());
        var id = await StartAsync(1);
        _host.Act = request => throw new ArgumentException("no such project");
        var execution = (await _host.DeliverAsync()).Single();

        await execution.Completion;

        execution.Path.ShouldBe([.. Straight[..8], "ActionFailed", "NextStage", "WhatNext", "Ended"]);
        (await ViewAsync(id)).Message.ShouldBe("Build/Compile: ArgumentException: no such project");
    });

    [Theory]
    [InlineData("Source")]
    [InlineData("Deploy")]
    public void Each_start_that_throws_is_caught(string stage) => _host.Time.Run(async () =>
    {
        await CreateAsync(Documents.ThreeStages());
        var id = await StartAsync(1);
        _host.Act = request => request.StageName == stage ? throw new InvalidOperationException("down") : Task.FromResult<ActionResult?>(MachineHost.Success(request));
        var execution = (await _host.DeliverAsync()).Single();
        _host.Suite.Objects.Failure = stage == "Source" ? new InvalidOperationException("down") : null;

        await execution.Completion;

        execution.Path.TakeLast(5).ShouldBe(["StartAction", "ActionFailed", "NextStage", "WhatNext", "Ended"]);
        (await ViewAsync(id)).Message!.ShouldEndWith("InvalidOperationException: down");
    });

    [Fact]
    public void A_build_that_never_answers_is_given_up_after_36_hours() => _host.Time.Run(async () =>
    {
        await CreateAsync(Documents.ThreeStages());
        var id = await StartAsync(1);
        _host.Act = request => Task.FromResult<ActionResult?>(null);
        var start = _host.Time.GetUtcNow();

        await (await _host.DeliverAsync()).Single().Completion;

        (_host.Time.GetUtcNow() - start).ShouldBe(TimeSpan.FromHours(36));
        (await ViewAsync(id)).Message!.ShouldContain("States.Timeout");
    });

    [Fact]
    public void Commits_that_come_during_a_run_supersede_one_another() => _host.Time.Run(async () =>
    {
        await CreateAsync(Documents.ThreeStages());
        var ids = new List<string>();
        for (var i = 1; i <= 4; i++)
        {
            ids.Add(await StartAsync(i));
            await _host.DeliverAsync();
            await Task.Delay(TimeSpan.FromSeconds(5), _host.Time);
        }

        await Task.Delay(TimeSpan.FromHours(1), _host.Time);

        var statuses = new List<PipelineExecutionStatus>();
        foreach (var id in ids)
        {
            statuses.Add((await ViewAsync(id)).Status);
        }

        statuses.ShouldBe([PipelineExecutionStatus.Succeeded, PipelineExecutionStatus.Superseded, PipelineExecutionStatus.Superseded, PipelineExecutionStatus.Succeeded]);
        _host.Changes.Where(change => change.Status != ExecutionStatus.Running).ShouldAllBe(change => change.Status == ExecutionStatus.Succeeded);
        var parked = _host.Engine.Find(_host.Changes.Last(change => change.Name == $"{ids[1]}-1").ExecutionArn)!;
        parked.Path.TakeLast(5).ShouldBe(["NextStage", "WhatNext", "NextStage", "WhatNext", "Ended"]);
    });

    [Fact]
    public void A_stop_in_a_build_lets_it_finish_and_goes_no_further() => _host.Time.Run(async () =>
    {
        await CreateAsync(Documents.ThreeStages());
        var id = await StartAsync(1);
        var execution = (await _host.DeliverAsync()).Single();
        await Task.Delay(TimeSpan.FromSeconds(30), _host.Time);

        var running = await _host.Suite.Get<ExecutionStops>().StopAsync(new StopRequestInput("app", id, Reason: "enough"));

        running.Single().ShouldBe(running.Single() with { StageName = "Build", ActionName = "Compile", Provider = "CodeBuild" });
        (await ViewAsync(id)).Status.ShouldBe(PipelineExecutionStatus.Stopping);
        (await execution.Completion).Output!["status"]!.ToString().ShouldBe("Stopped");
        execution.Path.ShouldBe([.. Straight[..8], "NextStage", "WhatNext", "Ended"]);
    });

    [Fact]
    public void A_machine_that_is_aborted_leaves_no_stage_locked() => _host.Time.Run(async () =>
    {
        await CreateAsync(Documents.ThreeStages());
        var first = await StartAsync(1);
        var execution = (await _host.DeliverAsync()).Single();
        await Task.Delay(TimeSpan.FromSeconds(30), _host.Time);
        var second = await StartAsync(2);
        await _host.DeliverAsync();
        await Task.Delay(TimeSpan.FromSeconds(5), _host.Time);
        (await ViewAsync(second)).WaitsFor.ShouldBe("Build");

        _host.Engine.Stop(execution.Arn, "Gone", "by hand");
        await execution.Completion;
        var change = MachineHost.EventOf(_host.Changes.Single(seen => seen.Status == ExecutionStatus.Aborted));
        await _host.Suite.Get<RecoverRun>().RecoverAsync(change);
        await _host.Suite.Get<RecoverRun>().RecoverAsync(change);
        await Task.Delay(TimeSpan.FromHours(1), _host.Time);

        var view = await ViewAsync(first);
        view.Status.ShouldBe(PipelineExecutionStatus.Failed);
        view.Message!.ShouldContain("ABORTED");
        view.Stages[1].Actions[0].Status.ShouldBe(ActionExecutionStatus.Abandoned);
        (await ViewAsync(second)).Status.ShouldBe(PipelineExecutionStatus.Succeeded);
    });

    [Fact]
    public void Every_message_twice_is_one_run() => _host.Time.Run(async () =>
    {
        await CreateAsync(Documents.ThreeStages());
        _host.Suite.Refs.Heads[Documents.Repository] = Documents.Commit(1);
        for (var i = 0; i < 3; i++)
        {
            await Task.WhenAll(_host.Suite.Get<PollSources>().PollAsync(new PollRequest()), _host.Suite.Get<PollSources>().PollAsync(new PollRequest()));
        }

        var executions = await _host.DeliverAsync(times: 3);
        executions.Count.ShouldBe(1);
        await executions[0].Completion;

        (await _host.Suite.Get<ExecutionViews>().ListAsync("app")).Executions.Count.ShouldBe(1);
    });
}
