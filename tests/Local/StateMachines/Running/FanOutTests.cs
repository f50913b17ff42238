using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Tests.StateMachines.Running;

public sealed class FanOutTests
{
    private const string Invoke = ScriptedServices.Invoke;
    private readonly Bench bench = new();

    [Fact]
    public void A_failing_branch_cancels_its_siblings_and_kills_their_tokens()
    {
        var cancelled = new List<string>();
        string? token = null;
        bench.Services.On("Slow", async (_, stop) =>
        {
            stop.Register(() => cancelled.Add("Slow"));
            await Task.Delay(TimeSpan.FromHours(1), bench.Time, stop);
            return null;
        });
        bench.Services.On("Parked", call =>
        {
            token = (string)call.Parameters!["t"]!;
            return null;
        });

        var execution = bench.Run(
            """
            {"StartAt": "P", "States": {
              "P": {"Type": "Parallel", "Next": "Never", "Catch": [{"ErrorEquals": ["Bad"], "Next": "Caught"}], "Branches": [
                {"StartAt": "Slow", "States": {"Slow": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true}}},
                {"StartAt": "Parked", "States": {"Parked": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
                  "Parameters": {"t.$": "$$.Task.Token"}, "End": true}}},
                {"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 5, "Next": "F"}, "F": {"Type": "Fail", "Error": "Bad", "Cause": "it is"}}}]},
              "Never": {"Type": "Succeed"},
              "Caught": {"Type": "Succeed"}}}
            """);

        execution.Result!.OutputJson.ShouldBe("""{"Error":"Bad","Cause":"it is"}""");
        execution.Path.ShouldBe(["P", "Slow", "Parked", "W", "F", "Caught"]);
        cancelled.ShouldBe(["Slow"]);
        bench.Engine.SucceedTask(token!, null).ShouldBeFalse();
        Bench.Events(execution).TakeLast(9).ShouldBe(
            ["WaitStateExited", "FailStateEntered", "TaskStateAborted", "TaskStateAborted", "ParallelStateFailed", "ParallelStateExited",
             "SucceedStateEntered", "SucceedStateExited", "ExecutionSucceeded"]);
        (execution.StopTime - execution.StartTime).ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void A_parallel_that_fails_can_be_retried_as_a_whole()
    {
        bench.Services.Fails("B", "Shaky", times: 2);

        var execution = bench.Run(Bench.One(
            """
            "Type": "Parallel", "End": true, "Retry": [{"ErrorEquals": ["Shaky"], "MaxAttempts": 2}], "ResultSelector": {"all.$": "$[*]"}, "Branches": [
              {"StartAt": "A", "States": {"A": {"Type": "Pass", "Result": 1, "End": true}}},
              {"StartAt": "B", "States": {"B": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": 2, "End": true}}}]
            """));

        execution.Result!.OutputJson.ShouldBe("""{"all":[1,2]}""");
        execution.Path.Count(state => state == "B").ShouldBe(3);
        Bench.Events(execution).Count(type => type == "ParallelStateStarted").ShouldBe(3);
        Bench.Events(execution).Count(type => type == "ParallelStateEntered").ShouldBe(1);
        execution.Transitions.ShouldBe(1 + 2 + (3 * 2));
    }

    [Fact]
    public void Events_of_a_parallel()
    {
        var execution = bench.Run(Bench.One(
            """ "Type": "Parallel", "End": true, "Branches": [{"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}, {"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}] """));

        Bench.Links(execution).ShouldBe(
            ["0>ExecutionStarted", "0>ParallelStateEntered", "2>ParallelStateStarted", "3>PassStateEntered", "4>PassStateExited", "3>SucceedStateEntered",
             "6>SucceedStateExited", "7>ParallelStateSucceeded", "7>ParallelStateExited", "9>ExecutionSucceeded"]);
    }

    [Fact]
    public void Events_of_a_map()
    {
        var execution = bench.Run(Bench.One(""" "Type": "Map", "End": true, "MaxConcurrency": 1, "Iterator": {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}} """), "[7,8]");

        Bench.Links(execution).ShouldBe(
            ["0>ExecutionStarted", "0>MapStateEntered", "2>MapStateStarted", "3>MapIterationStarted", "4>PassStateEntered", "5>PassStateExited", "6>MapIterationSucceeded",
             "6>MapIterationStarted", "8>PassStateEntered", "9>PassStateExited", "10>MapIterationSucceeded", "11>MapStateSucceeded", "11>MapStateExited", "13>ExecutionSucceeded"]);
        execution.History[2].ToJson()["mapStateStartedEventDetails"]!.ToJsonString().ShouldBe("""{"length":2}""");
        execution.History[7].ToJson()["mapIterationStartedEventDetails"]!.ToJsonString().ShouldBe("""{"name":"S","index":1}""");
    }

    [Theory]
    [InlineData("\"MaxConcurrency\": 3", 3)]
    [InlineData("\"MaxConcurrencyPath\": \"$.most\"", 2)]
    [InlineData("\"MaxConcurrency\": 0", 40)]
    [InlineData("\"MaxConcurrency\": 100", 40)]
    public void A_map_runs_no_more_at_once_than_told_and_never_more_than_forty(string field, int expected)
    {
        int now = 0, most = 0;
        bench.Services.On("A", async (call, stop) =>
        {
            most = Math.Max(most, ++now);
            await Task.Delay(TimeSpan.FromSeconds(1), bench.Time, stop);
            now--;
            return call.Parameters?.DeepClone();
        });
        var items = new JsonArray([.. Enumerable.Range(0, 100).Select(i => JsonValue.Create(i))]);

        var output = bench.Output(
            $$""" "Type": "Map", "End": true, "ItemsPath": "$.items", {{field}}, "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "{{Invoke}}", "End": true} } } """,
            new JsonObject { ["items"] = items, ["most"] = 2 }.ToJsonString());

        output.ShouldBe(items.ToJsonString());
        most.ShouldBe(expected);
    }

    [Fact]
    public void A_failing_iteration_ends_the_others()
    {
        bench.Services.On("A", async (call, stop) =>
        {
            await Task.Delay(TimeSpan.FromSeconds((int)call.Parameters!), bench.Time, stop);
            return (int)call.Parameters! == 2 ? throw new TaskFailedException("Two", "") : 0;
        });

        var execution = bench.Run(Bench.One(
            """ "Type": "Map", "End": true, "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true}}} """), "[1,2,3]");

        execution.Result!.Error.ShouldBe("Two");
        Bench.Events(execution).TakeLast(6).ShouldBe(
            ["MapIterationFailed", "TaskStateAborted", "MapIterationAborted", "TaskStateAborted", "MapStateFailed", "ExecutionFailed"]);
    }

    [Theory]
    [InlineData("{}", "States.Runtime")]
    [InlineData("5", "States.Runtime")]
    public void A_map_over_what_is_no_array_fails(string input, string error) =>
        bench.Result(Bench.One(""" "Type": "Map", "End": true, "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}} """), input)
            .Error.ShouldBe(error);

    [Fact]
    public void An_empty_map_gives_an_empty_array() =>
        bench.Output(""" "Type": "Map", "End": true, "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}} """, "[]").ShouldBe("[]");

    [Fact]
    public void Maps_nest_and_each_knows_its_own_item() =>
        bench.Output(
            """
            "Type": "Map", "End": true, "ItemProcessor": {"StartAt": "In", "States": {"In": {"Type": "Map", "End": true,
              "ItemSelector": {"outer.$": "$", "inner.$": "$$.Map.Item.Value", "at.$": "$$.Map.Item.Index"},
              "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {"s.$": "States.Format('{}-{}', $.at, $.inner)"}, "OutputPath": "$.s", "End": true}}}}}}
            """,
            "[[1,2],[3]]").ShouldBe("""[["0-1","1-2"],["0-3"]]""");

    [Fact]
    public void A_runtime_error_in_a_branch_is_nobodys_to_catch()
    {
        var result = bench.Result(
            """
            {"StartAt": "P", "States": {"P": {"Type": "Parallel", "End": true, "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "C"}],
              "Branches": [{"StartAt": "A", "States": {"A": {"Type": "Pass", "InputPath": "$.none", "End": true}}}]}, "C": {"Type": "Succeed"}}}
            """);

        result.Error.ShouldBe("States.Runtime");
        result.Cause!.ShouldStartWith("An error occurred while executing the state 'A' (entered at the event id #4). Invalid path '$.none' : ");
    }
}
