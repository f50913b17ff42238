using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Tests.StateMachines.Running;

public sealed class TaskTests
{
    private readonly Bench bench = new();

    [Fact]
    public void Events_of_a_service_call()
    {
        var execution = bench.Run(Bench.Task("arn:aws:states:::lambda:invoke", """ "Parameters": {"a": 1}, "TimeoutSeconds": 9 """));

        Bench.Events(execution).ShouldBe(
            ["ExecutionStarted", "TaskStateEntered", "TaskScheduled", "TaskStarted", "TaskSucceeded", "TaskStateExited", "ExecutionSucceeded"]);
        execution.History[2].ToJson()["taskScheduledEventDetails"]!.ToJsonString()
            .ShouldBe("""{"region":"us-east-1","resourceType":"lambda","resource":"invoke","timeoutInSeconds":9,"parameters":"{\u0022a\u0022:1}"}""");
    }

    [Fact]
    public void Events_of_a_function_called_by_its_own_name()
    {
        var execution = bench.Run(Bench.Task("arn:aws:lambda:us-east-1:123456789012:function:f"));

        Bench.Events(execution).ShouldBe(
            ["ExecutionStarted", "TaskStateEntered", "LambdaFunctionScheduled", "LambdaFunctionStarted", "LambdaFunctionSucceeded", "TaskStateExited", "ExecutionSucceeded"]);
    }

    [Fact]
    public void Events_of_a_failure()
    {
        bench.Services.Fails("S", "Lambda.ServiceException");
        var execution = bench.Run(Bench.Task("arn:aws:states:::lambda:invoke"));

        Bench.Events(execution).ShouldBe(["ExecutionStarted", "TaskStateEntered", "TaskScheduled", "TaskStarted", "TaskFailed", "ExecutionFailed"]);
        execution.Result!.Error.ShouldBe("Lambda.ServiceException");
        execution.Result.Cause.ShouldBe("as the test wants");
    }

    [Fact]
    public void An_exception_of_the_service_itself_fails_the_task()
    {
        bench.Services.On("S", _ => throw new FormatException("odd"));

        var result = bench.Result(Bench.Task("arn:aws:states:::lambda:invoke"));

        result.Error.ShouldBe("States.TaskFailed");
        result.Cause.ShouldBe("FormatException: odd");
    }

    [Fact]
    public void A_call_that_takes_too_long_times_out_and_is_cancelled()
    {
        var cancelled = false;
        bench.Services.On("S", async (_, token) =>
        {
            token.Register(() => cancelled = true);
            await Task.Delay(TimeSpan.FromHours(1), bench.Time, token);
            return null;
        });

        var execution = bench.Run(Bench.Task("arn:aws:states:::lambda:invoke", """ "TimeoutSecondsPath": "$.t" """), """{"t": 30}""");

        execution.Result!.Error.ShouldBe("States.Timeout");
        Bench.Events(execution).ShouldBe(["ExecutionStarted", "TaskStateEntered", "TaskScheduled", "TaskStarted", "TaskTimedOut", "ExecutionFailed"]);
        (execution.StopTime - execution.StartTime).ShouldBe(TimeSpan.FromSeconds(30));
        cancelled.ShouldBeTrue();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("\"5\"")]
    [InlineData("null")]
    public void A_timeout_by_path_has_to_be_a_positive_whole_number(string value)
    {
        var result = bench.Result(Bench.Task("arn:aws:states:::lambda:invoke", """ "TimeoutSecondsPath": "$.t" """), $$"""{"t": {{value}}}""");

        result.Error.ShouldBe("States.Runtime");
        bench.Services.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("sync", "\"{\\u0022a\\u0022:1}\"", """{"Output":"{\"a\":1}"}""")]
    [InlineData("sync:2", "\"{\\u0022a\\u0022:1}\"", """{"Output":{"a":1}}""")]
    [InlineData("sync", "{\"a\":1}", """{"Output":"{\"a\":1}"}""")]
    [InlineData("sync:2", "{\"a\":1}", """{"Output":{"a":1}}""")]
    [InlineData("sync:2", "\"no json\"", """{"Output":"no json"}""")]
    public void A_nested_execution_gives_its_output_as_text_or_as_a_value(string suffix, string output, string expected)
    {
        bench.Services.On("S", _ => JsonNode.Parse($$"""{"Output": {{output}}}"""));

        var execution = bench.Run(Bench.Task("arn:aws:states:::states:startExecution." + suffix));

        execution.Result!.OutputJson.ShouldBe(expected);
        bench.Services.Calls[0].Pattern.ShouldBe(ServicePattern.RunAJob);
        bench.Services.Calls[0].Resource.ShouldBe("arn:aws:states:::states:startExecution");
        Bench.Events(execution).Skip(2).Take(4).ShouldBe(["TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskSucceeded"]);
    }

    [Fact]
    public void A_result_of_more_than_256_KiB_is_an_error()
    {
        bench.Services.On("S", _ => new string('x', 262_143));

        var execution = bench.Run(Bench.Task("arn:aws:states:::lambda:invoke", """ "ResultSelector": {} """));

        execution.Result!.Error.ShouldBe("States.DataLimitExceeded");
        bench.Services.On("S", _ => new string('x', 262_142));
        bench.Result(Bench.Task("arn:aws:states:::lambda:invoke", """ "ResultSelector": {} """)).OutputJson.ShouldBe("{}");
    }

    [Theory]
    [InlineData("arn:aws:states:::lambda:invoke", "lambda")]
    [InlineData("arn:aws:states:::states:startExecution.sync", "states")]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:function:f", "arn:aws:lambda:us-east-1:123456789012:function:f")]
    public void A_result_that_is_too_large_is_caught_by_all(string resource, string named)
    {
        bench.Services.On("S", _ => new string('x', 262_143));

        bench.Result(
            """
            {"StartAt": "S", "States": {"C": {"Type": "Succeed"}, "S": {"Type": "Task", "Resource": "RESOURCE", "End": true, "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "C"}]}}}
            """.Replace("RESOURCE", resource, StringComparison.Ordinal)).OutputJson.ShouldBe(
            $$"""{"Error":"States.DataLimitExceeded","Cause":"The state/task '{{named}}' returned a result with a size exceeding the maximum number of bytes service limit."}""");
    }

    [Fact]
    public void Other_data_that_is_too_large_is_not_caught_by_all()
    {
        var result = bench.Result(
            """
            {"StartAt": "S", "States": {"C": {"Type": "Succeed"}, "S": {"Type": "Parallel", "End": true, "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "C"}],
              "Branches": [{"StartAt": "P", "States": {"P": {"Type": "Pass", "Parameters": {"a.$": "$", "b.$": "$"}, "End": true}}}]}}}
            """,
            $"\"{new string('x', 200_000)}\"");

        (result.Error, result.Cause).ShouldBe(
            ("States.DataLimitExceeded", "The state/task 'P' returned a result with a size exceeding the maximum number of bytes service limit."));
    }
}
