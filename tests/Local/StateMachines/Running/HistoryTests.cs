using System.Text.Json.Nodes;
using Sluice.Local.StateMachines;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Tests.StateMachines.Running;

/// <summary>Events as AWS has them: what follows from what, and what each tells.</summary>
public sealed class HistoryTests
{
    private const string Tried = """ "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 1}], "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "C"}], "Next": "C" """;
    private readonly Bench bench = new();

    [Fact]
    public void Only_the_last_attempt_of_a_map_says_that_it_failed()
    {
        var execution = bench.Run(
            """
            {"StartAt": "M", "States": {"C": {"Type": "Succeed"}, "M": {"Type": "Map", TRIED,
              "ItemProcessor": {"StartAt": "F", "States": {"F": {"Type": "Fail", "Error": "E"}}}}}}
            """.Replace("TRIED", Tried, StringComparison.Ordinal),
            "[1]");

        Bench.Links(execution).ShouldBe(
            ["0>ExecutionStarted", "0>MapStateEntered", "2>MapStateStarted", "3>MapIterationStarted", "4>FailStateEntered", "5>MapIterationFailed",
             "5>MapStateStarted", "7>MapIterationStarted", "8>FailStateEntered", "9>MapIterationFailed", "9>MapStateFailed", "11>MapStateExited",
             "12>SucceedStateEntered", "13>SucceedStateExited", "14>ExecutionSucceeded"]);
    }

    [Fact]
    public void Only_the_last_attempt_of_a_parallel_says_that_it_failed_and_each_aborts_the_task_that_did()
    {
        bench.Services.Fails("T", "E");

        var execution = bench.Run(
            """
            {"StartAt": "P", "States": {"C": {"Type": "Succeed"}, "P": {"Type": "Parallel", TRIED, "Branches": [
              {"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true}}}]}}}
            """.Replace("TRIED", Tried, StringComparison.Ordinal));

        Bench.Links(execution).ShouldBe(
            ["0>ExecutionStarted", "0>ParallelStateEntered", "2>ParallelStateStarted", "3>TaskStateEntered", "4>TaskScheduled", "5>TaskStarted", "6>TaskFailed", "7>TaskStateAborted",
             "7>ParallelStateStarted", "9>TaskStateEntered", "10>TaskScheduled", "11>TaskStarted", "12>TaskFailed", "13>TaskStateAborted", "13>ParallelStateFailed",
             "15>ParallelStateExited", "16>SucceedStateEntered", "17>SucceedStateExited", "18>ExecutionSucceeded"]);
    }

    [Fact]
    public void What_a_failing_iteration_ends_follows_from_its_failure()
    {
        bench.Services.On("T", async (call, stop) =>
        {
            await Task.Delay(TimeSpan.FromSeconds((int)call.Parameters!), bench.Time, stop);
            throw new TaskFailedException("E", "");
        });

        var execution = bench.Run(Bench.One(
            """ "Type": "Map", "End": true, "ItemProcessor": {"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true}}} """), "[1,2,3]");

        var failed = execution.History.Single(happened => happened.Type == "TaskFailed").Id;
        Bench.Links(execution).Skip(failed).ShouldBe(
            [$"{failed}>MapIterationFailed", $"{failed}>TaskStateAborted", $"{failed}>MapIterationAborted", $"{failed}>TaskStateAborted", $"{failed}>MapIterationAborted",
             $"{failed}>TaskStateAborted", $"{failed}>MapStateFailed", $"{failed + 7}>ExecutionFailed"]);
    }

    [Fact]
    public void An_inner_map_leads_to_the_next_iteration_of_the_outer_one()
    {
        var execution = bench.Run(
            Bench.One(
                """
                "Type": "Map", "End": true, "MaxConcurrency": 1, "ItemProcessor": {"StartAt": "In", "States": {"In": {"Type": "Map", "MaxConcurrency": 1, "End": true,
                  "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}}}}
                """),
            "[[1],[]]");

        Bench.Links(execution).ShouldBe(
            ["0>ExecutionStarted", "0>MapStateEntered", "2>MapStateStarted", "3>MapIterationStarted", "4>MapStateEntered", "5>MapStateStarted", "6>MapIterationStarted",
             "7>PassStateEntered", "8>PassStateExited", "9>MapIterationSucceeded", "10>MapStateSucceeded", "10>MapStateExited", "12>MapIterationSucceeded",
             "12>MapIterationStarted", "14>MapStateEntered", "15>MapStateStarted", "16>MapStateSucceeded", "16>MapStateExited", "18>MapIterationSucceeded",
             "19>MapStateSucceeded", "19>MapStateExited", "21>ExecutionSucceeded"]);
    }

    [Fact]
    public void A_job_that_fails_was_submitted_before()
    {
        bench.Services.On("S", call =>
        {
            call.Submitted(new JsonObject { ["ExecutionArn"] = "child" });
            throw new TaskFailedException("States.TaskFailed", "the child failed");
        });

        var execution = bench.Run(Bench.Task("arn:aws:states:::states:startExecution.sync"));

        Bench.Links(execution).ShouldBe(
            ["0>ExecutionStarted", "0>TaskStateEntered", "2>TaskScheduled", "3>TaskStarted", "4>TaskSubmitted", "5>TaskFailed", "6>ExecutionFailed"]);
        Details(execution, 4).ShouldBe("""{"resourceType":"states","resource":"startExecution.sync","output":"{\"ExecutionArn\":\"child\"}","outputDetails":{"truncated":false}}""");
    }

    [Fact]
    public void A_job_that_was_refused_was_not_submitted()
    {
        bench.Services.Fails("S", "StepFunctions.StateMachineDoesNotExistException");

        Bench.Events(bench.Run(Bench.Task("arn:aws:states:::states:startExecution.sync"))).ShouldNotContain("TaskSubmitted");
    }

    [Fact]
    public void Events_tell_that_their_data_is_whole_and_who_runs_where()
    {
        var execution = bench.Run(Bench.Task("arn:aws:lambda:us-east-1:123456789012:function:f", """ "TimeoutSeconds": 5 """), """{"a":"😀"}""");

        Enumerable.Range(0, 7).Select(i => Details(execution, i)).ShouldBe(
        [
            """{"roleArn":"arn:aws:iam::123456789012:role/sluice-state-machines","input":"{\"a\":\"😀\"}","inputDetails":{"truncated":false}}""",
            """{"name":"S","input":"{\"a\":\"😀\"}","inputDetails":{"truncated":false}}""",
            """{"resource":"arn:aws:lambda:us-east-1:123456789012:function:f","timeoutInSeconds":5,"input":"{\"a\":\"😀\"}","inputDetails":{"truncated":false}}""",
            "{}",
            """{"output":"{\"a\":\"😀\"}","outputDetails":{"truncated":false}}""",
            """{"name":"S","output":"{\"a\":\"😀\"}","outputDetails":{"truncated":false}}""",
            """{"output":"{\"a\":\"😀\"}","outputDetails":{"truncated":false}}""",
        ]);
    }

    [Fact]
    public void What_ends_an_execution_from_outside_follows_from_nothing()
    {
        var timedOut = bench.Run("""{"TimeoutSeconds": 10, "StartAt": "S", "States": {"S": {"Type": "Wait", "Seconds": 11, "End": true}}}""");
        Execution? stopped = null;
        bench.Time.Run(async () =>
        {
            stopped = bench.Start(Bench.One(""" "Type": "Wait", "Seconds": 11, "End": true """));
            bench.Engine.Stop(stopped.Arn, null, null).ShouldBeTrue();
            await stopped.Completion;
        });

        Bench.Links(timedOut).ShouldBe(["0>ExecutionStarted", "0>WaitStateEntered", "0>ExecutionTimedOut"]);
        Bench.Links(stopped!).ShouldBe(["0>ExecutionStarted", "0>WaitStateEntered", "0>ExecutionAborted"]);
        Details(stopped!, 2).ShouldBe("{}");
        (stopped!.Result!.Error, stopped.Result.Cause).ShouldBe((null, null));
    }

    // The line that a person reads has them too.
    private static string Details(Execution execution, int index)
    {
        var happened = execution.History[index];
        var line = happened.ToString();
        return line.Contains('{', StringComparison.Ordinal) ? line[line.IndexOf('{', StringComparison.Ordinal)..] : "{}";
    }
}
