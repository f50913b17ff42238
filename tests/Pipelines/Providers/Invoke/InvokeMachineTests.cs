using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Running;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Pipelines.ControlPlane.Jobs;
using Sluice.Pipelines.Providers;
using Sluice.Pipelines.Shapes;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Pipelines.Tests.Machine;
using Sluice.Platform.Actions;
using Sluice.Platform.Runs;

namespace Sluice.Pipelines.Tests.Providers.Invoke;

public sealed class InvokeMachineTests : IDisposable
{
    private static readonly string[] Straight = ["PlanInvoke", "WhatNext", "InvokeFunction", "AwaitAnswer", "PlanInvoke", "WhatNext", "Ended"];
    private readonly InvokeHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public void A_function_is_called_with_the_originals_event_and_its_answer_ends_the_action() => _host.Time.Run(async () =>
    {
        _host.Function = called => _host.SucceedAsync(InvokeHost.JobOf(called));
        await _host.BeginAsync();
        var execution = (await _host.DeliverAsync()).Single();

        await execution.Completion;

        execution.Path.ShouldBe(Straight);
        var job = _host.Called.Single()["CodePipeline.job"]!;
        ((string)job["accountId"]!).ShouldBe("123456789012");
        Guid.TryParseExact((string)job["id"]!, "D", out _).ShouldBeTrue();
        job["data"]!.ToJsonString().ShouldBe("""{"actionConfiguration":{"configuration":{"FunctionName":"smoke","UserParameters":"fast"}},"inputArtifacts":[],"outputArtifacts":[]}""");
        _host.Told.Last().Status.ShouldBe(ActionStatus.Succeeded);
    });

    [Fact]
    public void A_failure_that_the_function_tells_is_the_actions() => _host.Time.Run(async () =>
    {
        _host.Function = called => _host.Suite.Get<JobResults>().FailAsync(
            new JobFailure(InvokeHost.JobOf(called), null, new FailureDetails { Type = FailureType.JobFailed, Message = "no" }), CancellationToken.None);
        await _host.BeginAsync();
        var execution = (await _host.DeliverAsync()).Single();

        await execution.Completion;

        execution.Path.ShouldBe(Straight);
        (_host.Told.Last().Message, _host.Told.Last().ErrorCode).ShouldBe(("no", "JobFailed"));
    });

    [Fact]
    public void A_continuation_token_has_the_function_called_again_after_half_a_minute() => _host.Time.Run(async () =>
    {
        _host.Function = called => _host.SucceedAsync(InvokeHost.JobOf(called), _host.Called.Count < 3 ? $"at {_host.Called.Count}" : null);
        await _host.BeginAsync();
        var start = _host.Time.GetUtcNow();
        var execution = (await _host.DeliverAsync()).Single();

        await execution.Completion;

        string[] round = ["PlanInvoke", "WhatNext", "InvokeFunction", "AwaitAnswer", "PlanInvoke", "WhatNext", "AwaitAnswer"];
        execution.Path.ShouldBe([.. round, .. round, .. Straight]);
        (_host.Time.GetUtcNow() - start).ShouldBe(TimeSpan.FromSeconds(63));
        _host.Called.Select(called => (string?)called["CodePipeline.job"]!["data"]!["continuationToken"]).ShouldBe([null, "at 1", "at 2"]);
        _host.Called.Select(InvokeHost.JobOf).Distinct().Count().ShouldBe(3);
    });

    [Fact]
    public void A_function_that_says_nothing_fails_its_action_after_20_minutes() => _host.Time.Run(async () =>
    {
        await _host.BeginAsync();
        var start = _host.Time.GetUtcNow();
        var execution = (await _host.DeliverAsync()).Single();

        await execution.Completion;

        execution.Path.ShouldBe(Straight);
        (_host.Time.GetUtcNow() - start).ShouldBe(TimeSpan.FromMinutes(20));
        _host.Told.Last().Message!.ShouldStartWith("The function smoke failed to return a result within 20 minutes.");
    });

    [Fact]
    public void An_action_that_goes_on_and_on_is_over_in_its_time_in_more_than_one_execution() => _host.Time.Run(async () =>
    {
        _host.Function = called => _host.SucceedAsync(InvokeHost.JobOf(called), "more");
        await _host.BeginAsync(request => request with { TimeoutSeconds = 7200 });
        var start = _host.Time.GetUtcNow();
        var executions = new List<Local.StateMachines.Execution>();
        while (_host.Told.Count == 0)
        {
            executions.AddRange(await _host.DeliverAsync());
            await Task.Delay(TimeSpan.FromMinutes(10), _host.Time);
        }

        await Task.WhenAll(executions.Select(execution => execution.Completion));

        (_host.Time.GetUtcNow() - start).ShouldBeInRange(TimeSpan.FromHours(2), TimeSpan.FromHours(2.2));
        _host.Told.Last().Message.ShouldBe("The action did not end in its time.");
        executions.Select(execution => execution.Name).ShouldBe(["a-1-1", "a-1-2"]);
        executions[0].History.Count.ShouldBeLessThan(12_500);
    });

    [Fact]
    public void A_missing_function_fails_the_action_by_name() => _host.Time.Run(async () =>
    {
        _host.Refusal = new TaskFailedException("Lambda.ResourceNotFoundException", "Function not found: smoke");
        await _host.BeginAsync();
        var execution = (await _host.DeliverAsync()).Single();

        await execution.Completion;

        execution.Path.ShouldBe(["PlanInvoke", "WhatNext", "InvokeFunction", "PlanInvoke", "WhatNext", "Ended"]);
        (_host.Told.Last().Message, _host.Told.Last().ErrorCode).ShouldBe(("The function smoke could not be called. Lambda.ResourceNotFoundException: Function not found: smoke", "ConfigurationError"));
    });

    [Fact]
    public void A_throttled_call_is_tried_a_bounded_number_of_times() => _host.Time.Run(async () =>
    {
        _host.Refusal = new TaskFailedException("Lambda.TooManyRequestsException", "Rate exceeded");
        await _host.BeginAsync();
        var execution = (await _host.DeliverAsync()).Single();

        await execution.Completion;

        _host.Called.Count.ShouldBe(7);
        _host.Told.Last().ErrorCode.ShouldBe("SystemUnavailable");
    });

    [Fact]
    public void A_stop_ends_the_action_and_its_machine() => _host.Time.Run(async () =>
    {
        await _host.BeginAsync();
        var execution = (await _host.DeliverAsync()).Single();
        await Task.Delay(TimeSpan.FromSeconds(10), _host.Time);
        var start = _host.Time.GetUtcNow();

        await _host.Suite.Get<StopPipelineAction>().StopAsync(new ActionStop("Lambda", "app", "", "Build", "Smoke", "a-1", "enough", ActionService.Pipeline));
        await execution.Completion;

        execution.Path.ShouldBe(Straight);
        (_host.Time.GetUtcNow() - start).ShouldBe(TimeSpan.Zero);
        _host.Told.Last().Message.ShouldBe("Stopped: enough");
    });

    [Fact]
    public void A_rule_is_asked_like_an_action() => _host.Time.Run(async () =>
    {
        _host.Function = called => _host.SucceedAsync(InvokeHost.JobOf(called));
        await _host.BeginAsync(request => request with { Category = "Rule", Provider = "LambdaInvoke" });

        await (await _host.DeliverAsync()).Single().Completion;

        _host.Told.Last().Status.ShouldBe(ActionStatus.Succeeded);
    });

    [Fact]
    public void A_machine_that_is_aborted_fails_its_action() => _host.Time.Run(async () =>
    {
        await _host.BeginAsync();
        var end = new ExecutionEnd("a-1-1", "ABORTED", """{"actionExecutionId":"a-1"}""");

        await _host.Suite.Get<RecoverAction>().RecoverAsync(new ExecutionEndEvent(end));
        await _host.Suite.Get<RecoverAction>().RecoverAsync(new ExecutionEndEvent(end with { Input = """{"buildId":"b"}""" }));

        _host.Told.Single().Message.ShouldBe("The action's state machine ended ABORTED.");
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_action_ends_the_same_wherever_a_Lambda_dies(bool after)
    {
        var died = true;
        for (var at = 1; died; at++)
        {
            using var host = new InvokeHost();
            var fatal = at;
            died = host.Time.Run(async () =>
            {
                host.Function = called => AgainAsync(() => host.SucceedAsync(InvokeHost.JobOf(called), host.Called.Count < 2 ? "more" : null));
                await host.BeginAsync(request => request with { TaskToken = "pipelines-token-0" });
                (host.Crashes.At, host.Crashes.After) = (host.Crashes.Calls + fatal, after);
                await AgainAsync(() => host.StartAsync());
                var execution = (await host.DeliverAsync()).Single();

                (await execution.Completion).Status.ShouldBe(ExecutionStatus.Succeeded);

                host.Told.ShouldAllBe(result => result.Status == ActionStatus.Succeeded);
                host.Told.ShouldNotBeEmpty();
                return host.Crashes.Happened;
            });
        }
    }

    [Fact]
    public void Every_transition_is_walked_by_these_tests() => MachineEdges.Declared(JsonNode.Parse(SuiteMachines.Text("action-invoke"))!).Distinct().ShouldBe(
        [
            .. new[] { Straight, ["InvokeFunction", "PlanInvoke"], ["WhatNext", "AwaitAnswer"] }.SelectMany(MachineEdges.Taken).Distinct(),
        ],
        ignoreOrder: true);

    /// <summary>Who called a Lambda that died calls it again; a job that was answered then is over.</summary>
    private static async Task AgainAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (ProcessKilledException)
        {
            try
            {
                await call();
            }
            catch (Platform.Protocol.ApiException e) when (e.Code == "InvalidJobStateException")
            {
            }
        }
    }
}
