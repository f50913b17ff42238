using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Running;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Tests.StateMachines.Running;

public sealed class TaskTokenTests
{
    private const string Wait = "arn:aws:states:::lambda:invoke.waitForTaskToken";
    private readonly Bench bench = new();

    [Fact]
    public void A_token_is_waited_for_and_the_answer_of_the_call_is_discarded()
    {
        string? token = null;
        bench.Services.On("S", call =>
        {
            token = (string)call.Parameters!["t"]!;
            bench.Time.CreateTimer(_ => bench.Engine.SucceedTask(token, "output").ShouldBeTrue(), null, TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);
            return "discarded";
        });

        var execution = bench.Run(Bench.Task(Wait, """ "Parameters": {"t.$": "$$.Task.Token"} """));

        execution.Result!.OutputJson.ShouldBe("\"output\"");
        Bench.Events(execution).ShouldBe(
            ["ExecutionStarted", "TaskStateEntered", "TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskSucceeded", "TaskStateExited", "ExecutionSucceeded"]);
        string.Join('\n', execution.History).ShouldNotContain(token!);
        string.Join('\n', execution.History).ShouldContain("(task token)");
        bench.Engine.SucceedTask(token!, null).ShouldBeFalse();
        bench.Engine.FailTask(token!, "E", "C").ShouldBeFalse();
    }

    [Fact]
    public void A_token_can_fail_its_task()
    {
        bench.Services.On("S", call =>
        {
            bench.Engine.FailTask((string)call.Parameters!["t"]!, "Mine", "because").ShouldBeTrue();
            return null;
        });

        var result = bench.Result(Bench.Task(Wait, """ "Parameters": {"t.$": "$$.Task.Token"} """));

        (result.Error, result.Cause).ShouldBe(("Mine", "because"));
    }

    [Fact]
    public void A_call_that_throws_fails_a_task_with_a_token_at_once()
    {
        bench.Services.Fails("S", "StopRecorded");

        bench.Result(Bench.Task(Wait, """ "Parameters": {"t.$": "$$.Task.Token"}, "TimeoutSeconds": 300 """)).Error.ShouldBe("StopRecorded");
    }

    [Fact]
    public void A_token_that_nobody_completes_times_out_and_is_dead_then()
    {
        string? token = null;
        bench.Services.On("S", call =>
        {
            token = (string)call.Parameters!["t"]!;
            return null;
        });

        bench.Result(Bench.Task(Wait, """ "Parameters": {"t.$": "$$.Task.Token"}, "TimeoutSeconds": 60 """)).Error.ShouldBe("States.Timeout");

        bench.Engine.SucceedTask(token!, null).ShouldBeFalse();
    }

    [Fact]
    public void A_retry_has_a_new_token_and_the_old_one_is_dead()
    {
        var tokens = new List<string>();
        bench.Services.On("S", call =>
        {
            tokens.Add((string)call.Parameters!["t"]!);
            if (tokens.Count == 1)
            {
                throw new TaskFailedException("Again", "");
            }

            bench.Engine.SucceedTask(tokens[0], "first").ShouldBeFalse();
            bench.Engine.SucceedTask(tokens[1], "second").ShouldBeTrue();
            return null;
        });

        bench.Result(Bench.Task(Wait, """ "Parameters": {"t.$": "$$.Task.Token"}, "Retry": [{"ErrorEquals": ["Again"]}] """)).OutputJson.ShouldBe("\"second\"");

        tokens.Distinct().Count().ShouldBe(2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("sfn.YQ.1.x")]
    [InlineData("sfn.%%.1.x")]
    [InlineData("sfn.YXJuOmF3czpzdGF0ZXM6dXMtZWFzdC0xOjEyMzQ1Njc4OTAxMjpleGVjdXRpb246bWFjaGluZTpydW4tMQ.1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void A_token_that_was_never_given_is_nobodys(string token)
    {
        bench.Time.Run(async () =>
        {
            var execution = bench.Start(Bench.Task(Wait, """ "TimeoutSeconds": 60 """));
            await Task.Delay(TimeSpan.FromSeconds(1), bench.Time);

            bench.Engine.SucceedTask(token, null).ShouldBeFalse();
            bench.Engine.HeartbeatTask(token).ShouldBeFalse();
            execution.Status.ShouldBe(ExecutionStatus.Running);
        });
    }

    [Theory]
    [InlineData("States.HeartbeatTimeout", true)]
    [InlineData("States.Timeout", true)]
    [InlineData("States.ALL", true)]
    [InlineData("States.TaskFailed", false)]
    public void A_missed_heartbeat_can_be_named_as_such(string named, bool caught)
    {
        var execution = bench.Run(
            """
            {"StartAt": "S", "States": {
              "S": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken", "HeartbeatSeconds": 10, "End": true,
                "Retry": [{"ErrorEquals": ["NAMED"], "MaxAttempts": 1}], "Catch": [{"ErrorEquals": ["NAMED"], "Next": "C"}]},
              "C": {"Type": "Succeed"}}}
            """.Replace("NAMED", named, StringComparison.Ordinal));

        bench.Services.Calls.Count.ShouldBe(caught ? 2 : 1);
        execution.Result!.OutputJson.ShouldBe(caught ? """{"Error":"States.Timeout","Cause":""}""" : null);
    }

    [Fact]
    public void A_failure_without_error_and_cause_gives_null_for_both()
    {
        bench.Services.On("S", call =>
        {
            bench.Engine.FailTask((string)call.Parameters!["t"]!, null, null).ShouldBeTrue();
            return null;
        });

        var caught = bench.Run(
            """
            {"StartAt": "S", "States": {"C": {"Type": "Succeed"}, "S": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
              "Parameters": {"t.$": "$$.Task.Token"}, "End": true, "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "C"}]}}}
            """);
        var failed = bench.Run(Bench.Task(Wait, """ "Parameters": {"t.$": "$$.Task.Token"} """));

        caught.Result!.OutputJson.ShouldBe("""{"Error":null,"Cause":null}""");
        (failed.Result!.Error, failed.Result.Cause).ShouldBe((null, null));
        failed.History[^2].ToJson()["taskFailedEventDetails"]!.ToJsonString().ShouldBe("""{"resourceType":"lambda","resource":"invoke.waitForTaskToken"}""");
        failed.History[^1].ToJson()["executionFailedEventDetails"].ShouldBeNull();
    }

    [Theory]
    [InlineData("arn:aws:states:::states:startExecution.sync")]
    [InlineData("arn:aws:states:::states:startExecution.sync:2")]
    public void A_job_has_a_token_that_completes_it_before_its_end(string resource)
    {
        bench.Services.On("S", async (call, stop) =>
        {
            call.Submitted(new JsonObject { ["ExecutionArn"] = "child" });
            bench.Engine.HeartbeatTask((string)call.Parameters!["t"]!).ShouldBeTrue();
            bench.Engine.SucceedTask((string)call.Parameters!["t"]!, "by token").ShouldBeTrue();
            await Task.Delay(TimeSpan.FromHours(1), bench.Time, stop);
            return new JsonObject { ["Output"] = "{}" };
        });

        var execution = bench.Run(Bench.Task(resource, """ "Parameters": {"t.$": "$$.Task.Token"} """));

        execution.Result!.OutputJson.ShouldBe("\"by token\"");
        Bench.Events(execution).ShouldBe(
            ["ExecutionStarted", "TaskStateEntered", "TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskSucceeded", "TaskStateExited", "ExecutionSucceeded"]);
    }

    [Fact]
    public void Heartbeats_keep_a_task_alive_and_a_missed_one_is_a_timeout()
    {
        bench.Services.On("S", call =>
        {
            var token = (string)call.Parameters!["t"]!;
            var left = 3;
            ITimer? timer = null;
            timer = bench.Time.CreateTimer(
                _ =>
                {
                    bench.Engine.HeartbeatTask(token);
                    if (--left == 0)
                    {
                        timer!.Dispose();
                    }
                },
                null,
                TimeSpan.FromSeconds(8),
                TimeSpan.FromSeconds(8));
            return null;
        });

        var execution = bench.Run(Bench.Task(Wait, """ "Parameters": {"t.$": "$$.Task.Token"}, "HeartbeatSeconds": 10, "TimeoutSeconds": 100 """));

        (execution.Result!.Error, execution.Result.Cause).ShouldBe(("States.Timeout", null));
        execution.History[^2].ToJson()["taskTimedOutEventDetails"]!.ToJsonString().ShouldBe("""{"resourceType":"lambda","resource":"invoke.waitForTaskToken","error":"States.Timeout"}""");
        (execution.StopTime - execution.StartTime).ShouldBe(TimeSpan.FromSeconds((3 * 8) + 10));
    }
}
