using System.Text.Json.Nodes;
using Sluice.Local.StateMachines;
using Sluice.Local.StateMachines.Definitions;
using Sluice.Local.StateMachines.Journaling;
using Sluice.Local.StateMachines.Running;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Tests.StateMachines.Running;

public sealed class ExecutionTests
{
    private readonly Bench bench = new();

    [Theory]
    [InlineData(""" "InputPath": "$.a" """, """{"b":1}""")]
    [InlineData(""" "InputPath": null """, "{}")]
    [InlineData(""" "OutputPath": "$.c" """, "[1,2]")]
    [InlineData(""" "OutputPath": null """, "{}")]
    [InlineData(""" "InputPath": "$.c[*]" """, "[1,2]")]
    [InlineData(""" "InputPath": "$$.Execution.Name" """, "\"run-1\"")]
    [InlineData(""" "Result": {"x": 1} """, """{"x":1}""")]
    [InlineData(""" "Result": {"x.$": "$.a"} """, """{"x.$":"$.a"}""")]
    [InlineData(""" "Result": null """, "null")]
    [InlineData(""" "Result": 1, "ResultPath": "$.a.z" """, """{"a":{"b":1,"z":1},"c":[1,2]}""")]
    [InlineData(""" "Result": 1, "ResultPath": null """, """{"a":{"b":1},"c":[1,2]}""")]
    [InlineData(""" "InputPath": "$.c", "ResultPath": "$.d" """, """{"a":{"b":1},"c":[1,2],"d":[1,2]}""")]
    [InlineData(""" "Parameters": {"k.$": "$.a.b", "l": [{"m.$": "$.c[0]"}]} """, """{"k":1,"l":[{"m":1}]}""")]
    [InlineData(""" "Parameters": {"k.$": "$.none[*].x", "l.$": "$.none[1:]", "m.$": "$.c.[*]"} """, """{"k":[],"l":[],"m":[1,2]}""")]
    [InlineData(""" "InputPath": "$.a", "Parameters": {"k.$": "$.b"}, "OutputPath": "$.k" """, "1")]
    public void Input_and_output_processing(string fields, string expected) =>
        bench.Output($""" "Type": "Pass", "End": true, {fields} """, """{"a":{"b":1},"c":[1,2]}""").ShouldBe(expected);

    [Theory]
    [InlineData(""" "InputPath": "$.none" """, "States.Runtime", "Invalid path '$.none' : No results for path: $['none']")]
    [InlineData(""" "OutputPath": "$.none" """, "States.Runtime", "Invalid path '$.none' : No results for path: $['none']")]
    [InlineData(""" "Parameters": {"x.$": "$.none"} """, "States.Runtime", "field 'x.$'")]
    [InlineData(""" "ResultPath": "$.a.b.c" """, "States.ResultPathMatchFailure", "ResultPath '$.a.b.c'")]
    public void What_is_not_there_fails_the_execution(string fields, string error, string cause)
    {
        var result = bench.Result(Bench.One($""" "Type": "Pass", "End": true, {fields} """), """{"a":{"b":1}}""");

        result.Error.ShouldBe(error);
        result.Cause.ShouldNotBeNull().ShouldContain(cause);
    }

    [Fact]
    public void The_context_object()
    {
        var output = JsonNode.Parse(bench.Output(""" "Type": "Pass", "End": true, "Parameters": {"c.$": "$$"}, "OutputPath": "$.c" """, """{"a":1}"""))!;

        output.ToJsonString().ShouldBe(
            """
            {"Execution":{"Id":"arn:aws:states:us-east-1:123456789012:execution:machine:run-1","Input":{"a":1},"StartTime":"2026-01-01T00:00:00.000Z","Name":"run-1","RoleArn":"arn:aws:iam::123456789012:role/sluice-state-machines","RedriveCount":0},"StateMachine":{"Id":"arn:aws:states:us-east-1:123456789012:stateMachine:machine","Name":"machine"},"State":{"Name":"S","EnteredTime":"2026-01-01T00:00:00.000Z"}}
            """.Trim());
    }

    [Fact]
    public void A_state_that_can_be_retried_knows_how_often_it_was()
    {
        bench.Services.On("S", call => (int)call.Parameters!["n"]! < 2 ? throw new TaskFailedException("Again", "") : call.Parameters!.DeepClone());

        bench.Output(
            """
            "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true, "Parameters": {"n.$": "$$.State.RetryCount", "s.$": "$$.State"},
            "ResultSelector": {"names.$": "$.s"}, "OutputPath": "$.names", "Retry": [{"ErrorEquals": ["Again"]}]
            """).ShouldBe("""{"Name":"S","EnteredTime":"2026-01-01T00:00:00.000Z","RetryCount":2}""");
    }

    [Theory]
    [InlineData(""" "Seconds": 30 """, 30)]
    [InlineData(""" "Seconds": 0 """, 0)]
    [InlineData(""" "SecondsPath": "$.s" """, 45)]
    [InlineData(""" "Timestamp": "2026-01-01T00:01:00Z" """, 60)]
    [InlineData(""" "TimestampPath": "$.t" """, 90)]
    [InlineData(""" "Timestamp": "2020-01-01T00:00:00Z" """, 0)]
    [InlineData(""" "Seconds": 31535999 """, 31535999)]
    public void The_four_waits(string how, int seconds)
    {
        var execution = bench.Run(Bench.One($""" "Type": "Wait", "End": true, {how} """), """{"s":45,"t":"2026-01-01T01:01:30+01:00"}""");

        (execution.StopTime - execution.StartTime).ShouldBe(TimeSpan.FromSeconds(seconds));
        Bench.Events(execution).ShouldBe(["ExecutionStarted", "WaitStateEntered", "WaitStateExited", "ExecutionSucceeded"]);
    }

    [Theory]
    [InlineData(""" "SecondsPath": "$.x" """)]
    [InlineData(""" "TimestampPath": "$.s" """)]
    [InlineData(""" "TimestampPath": "$.x" """)]
    [InlineData(""" "SecondsPath": "$.none" """)]
    public void A_wait_for_what_is_no_time_fails(string how) =>
        bench.Result(Bench.One($""" "Type": "Wait", "End": true, {how} """), """{"s":45,"x":"-1"}""").Error.ShouldBe("States.Runtime");

    [Theory]
    [InlineData(""" "Error": "E", "Cause": "C" """, "E", "C")]
    [InlineData(""" "ErrorPath": "$.e", "CausePath": "States.Format('{}!', $.c)" """, "Custom", "why!")]
    [InlineData(""" "Error": "E", "CausePath": "$$.State.Name" """, "E", "S")]
    public void Fail_says_why(string fields, string error, string cause)
    {
        var execution = bench.Run(Bench.One($""" "Type": "Fail", {fields} """), """{"e":"Custom","c":"why","n":1}""");

        execution.Result!.Error.ShouldBe(error);
        execution.Result.Cause.ShouldBe(cause);
        Bench.Events(execution).ShouldBe(["ExecutionStarted", "FailStateEntered", "ExecutionFailed"]);
    }

    [Theory]
    [InlineData(""" "Comment": "nothing" """, null, null, "{}")]
    [InlineData(""" "Error": "E" """, "E", null, """{"error":"E"}""")]
    [InlineData(""" "Cause": "C" """, null, "C", """{"cause":"C"}""")]
    public void Fail_leaves_out_what_it_does_not_say(string fields, string? error, string? cause, string details)
    {
        var execution = bench.Run(Bench.One($""" "Type": "Fail", {fields} """));

        (execution.Result!.Error, execution.Result.Cause).ShouldBe((error, cause));
        (execution.History[^1].ToJson()["executionFailedEventDetails"]?.ToJsonString() ?? "{}").ShouldBe(details);
    }

    [Fact]
    public void Fail_with_a_path_to_what_is_no_string_fails_the_execution() =>
        bench.Result(Bench.One(""" "Type": "Fail", "ErrorPath": "$.n" """), """{"n":1}""").Error.ShouldBe("States.Runtime");

    [Fact]
    public void A_stop_aborts_and_cancels_what_runs()
    {
        var cancelled = false;
        bench.Services.On("S", async (_, stop) =>
        {
            stop.Register(() => cancelled = true);
            await Task.Delay(TimeSpan.FromHours(1), bench.Time, stop);
            return null;
        });
        Execution? execution = null;
        bench.Time.Run(async () =>
        {
            execution = bench.Start(Bench.One(""" "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true """));
            await Task.Delay(TimeSpan.FromSeconds(5), bench.Time);
            bench.Engine.Stop(execution.Arn, "Enough", "by hand").ShouldBeTrue();
            await execution.Completion;
        });

        execution!.Status.ShouldBe(ExecutionStatus.Aborted);
        (execution.Result!.Error, execution.Result.Cause).ShouldBe(("Enough", "by hand"));
        cancelled.ShouldBeTrue();
        bench.Engine.Stop(execution.Arn, "", "").ShouldBeFalse();
        bench.Engine.Stop("arn:none", "", "").ShouldBeFalse();
        Bench.Events(execution).TakeLast(1).ShouldBe(["ExecutionAborted"]);
    }

    [Fact]
    public void The_machine_itself_can_time_out()
    {
        var execution = bench.Run("""{"TimeoutSeconds": 10, "StartAt": "S", "States": {"S": {"Type": "Wait", "Seconds": 11, "End": true}}}""");

        execution.Status.ShouldBe(ExecutionStatus.TimedOut);
        execution.Result!.Error.ShouldBe("States.Timeout");
        Bench.Events(execution).ShouldBe(["ExecutionStarted", "WaitStateEntered", "ExecutionTimedOut"]);
    }

    [Theory]
    [InlineData(""" "Type": "Wait", "Seconds": 99999999 """, 1)]
    [InlineData(""" "Type": "Wait", "Seconds": 20000000 """, 2)]
    [InlineData(""" "Type": "Wait", "Timestamp": "2027-01-01T00:00:00Z" """, 1)]
    [InlineData(""" "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Retry": [{"ErrorEquals": ["E"], "BackoffRate": 1e308, "MaxAttempts": 99999}] """, 1)]
    [InlineData(""" "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken", "TimeoutSeconds": 99999999, "HeartbeatSeconds": 99999998 """, 1)]
    public void An_execution_ends_after_a_year(string state, int entered)
    {
        bench.Services.On("A", call => call.Pattern == ServicePattern.WaitForTaskToken ? null : throw new TaskFailedException("E", ""));

        var execution = bench.Run("""{"StartAt": "A", "States": {"A": {STATE, "Next": "B"}, "B": {"Type": "Pass", "Next": "A"}}}""".Replace("STATE", state, StringComparison.Ordinal));

        execution.Status.ShouldBe(ExecutionStatus.TimedOut);
        (execution.StopTime - execution.StartTime).ShouldBe(TimeSpan.FromDays(365));
        execution.Path.Count(name => name == "A").ShouldBe(entered);
        (execution.Result!.Error, execution.Result.Cause).ShouldBe(("States.Timeout", "The execution ran for 365 days, which is the longest that one can."));
    }

    [Fact]
    public void A_loop_without_end_fails_at_25000_events()
    {
        var execution = bench.Run("""{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "Next": "A"}}}""");

        execution.History.Count.ShouldBe(25_000);
        execution.Result!.Error.ShouldBe("States.Runtime");
        execution.Result.Cause.ShouldBe("The execution reached the maximum number of history events (25000).");
        execution.History[^1].PreviousEventId.ShouldBe(24_999);
    }

    [Fact]
    public void A_value_that_grows_in_a_loop_ends_at_the_limit()
    {
        bench.Result("""{"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {"l.$": "$", "r.$": "$"}, "Next": "B"}, "B": {"Type": "Pass", "Next": "A"}}}""")
            .Error.ShouldBe("States.DataLimitExceeded");
        bench.Result("""{"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {"l.$": "$"}, "Next": "B"}, "B": {"Type": "Pass", "Next": "A"}}}""")
            .Error.ShouldBe("States.DataLimitExceeded");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a:b")]
    [InlineData("a/b")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789012345678901")]
    public void A_name_that_AWS_would_refuse_is_refused(string name) => Should.Throw<ArgumentException>(
        () => bench.Engine.Start(MachineDefinition.Parse(Bench.One(""" "Type": "Succeed" """)), "m", name, new JsonObject()));

    [Fact]
    public void An_input_of_more_than_256_KiB_is_refused() => Should.Throw<ArgumentException>(
        () => bench.Start(Bench.One(""" "Type": "Succeed" """), $"\"{new string('x', 262_143)}\"")).Message.ShouldContain("262145 bytes");

    [Fact]
    public void A_call_that_is_over_before_it_begins_is_not_made()
    {
        var result = bench.Result(Bench.One(
            """
            "Type": "Parallel", "End": true, "Branches": [
              {"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true}}},
              {"StartAt": "F", "States": {"F": {"Type": "Fail", "Error": "AtOnce"}}}]
            """));

        result.Error.ShouldBe("AtOnce");
        bench.Services.Calls.ShouldBeEmpty();
    }

    [Fact]
    public void Statuses_and_entries_are_told_in_their_order()
    {
        var told = new List<string>();
        bench.Engine.StatusChanged += change => told.Add($"{change.StatusName} {change.Name} {change.Output}");
        bench.Engine.StateEntered += entry => told.Add(entry.StateName);

        bench.Run("""{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Wait", "Seconds": 1, "Next": "C"}, "C": {"Type": "Succeed"}}}""");

        told.ShouldBe(["RUNNING run-1 ", "A", "B", "C", "SUCCEEDED run-1 {}"]);
    }

    [Fact]
    public async Task On_the_real_clock_many_executions_run_at_once()
    {
        var engine = new ExecutionEngine(new ConcurrentServices(), TimeProvider.System, new InMemoryExecutionJournal());
        var definition = MachineDefinition.Parse(Bench.One(
            """
            "Type": "Map", "End": true, "MaxConcurrency": 5, "ItemProcessor": {"StartAt": "A", "States": {
              "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true}}}
            """));
        var input = new JsonArray([.. Enumerable.Range(0, 20).Select(i => JsonValue.Create(i))]);

        var executions = Enumerable.Range(0, 50).Select(i => engine.Start(definition, "m", $"{i}", input)).ToList();
        var results = await Task.WhenAll(executions.Select(execution => execution.Completion));

        results.ShouldAllBe(result => result.OutputJson == input.ToJsonString(null));
        executions.ShouldAllBe(execution => execution.Transitions == 21);
    }

    private sealed class ConcurrentServices : ITaskServices
    {
        public bool Serves(string resource) => true;

        public async Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
        {
            await Task.Yield();
            return call.Parameters?.DeepClone();
        }
    }
}
