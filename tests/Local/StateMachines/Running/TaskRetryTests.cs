using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Tests.StateMachines.Running;

public sealed class TaskRetryTests
{
    private readonly Bench bench = new();

    [Fact]
    public void The_retry_count_and_the_intervals_grow_as_told()
    {
        var seen = new List<(int Count, double Second)>();
        var start = bench.Time.GetUtcNow();
        bench.Services.On("S", call =>
        {
            seen.Add(((int)call.Parameters!["n"]!, (bench.Time.GetUtcNow() - start).TotalSeconds));
            throw new TaskFailedException(seen.Count == 3 ? "Other" : "One", "");
        });

        bench.Result(Bench.Task(
            "arn:aws:states:::lambda:invoke",
            """
            "Parameters": {"n.$": "$$.State.RetryCount"}, "Retry": [
              {"ErrorEquals": ["One"], "IntervalSeconds": 2, "BackoffRate": 10, "MaxAttempts": 3, "MaxDelaySeconds": 50},
              {"ErrorEquals": ["Other"], "IntervalSeconds": 7, "MaxAttempts": 1}]
            """)).Error.ShouldBe("One");

        seen.ShouldBe([(0, 0), (1, 2), (2, 22), (3, 29), (4, 79)]);
    }

    [Fact]
    public void Jitter_shortens_the_interval_and_zero_attempts_are_none()
    {
        bench.Services.Fails("S", "E");

        var jittered = bench.Run(Bench.Task("arn:aws:states:::lambda:invoke", """ "Retry": [{"ErrorEquals": ["E"], "IntervalSeconds": 100, "MaxAttempts": 1, "JitterStrategy": "FULL"}] """));
        (jittered.StopTime - jittered.StartTime)!.Value.TotalSeconds.ShouldBeInRange(0, 100);
        bench.Services.Calls.Count.ShouldBe(2);

        bench.Run(Bench.Task("arn:aws:states:::lambda:invoke", """ "Retry": [{"ErrorEquals": ["E"], "MaxAttempts": 0}] """));
        bench.Services.Calls.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("States.ALL", "Any", true)]
    [InlineData("States.ALL", "States.Timeout", true)]
    [InlineData("States.ALL", "States.Runtime", false)]
    [InlineData("States.ALL", "States.DataLimitExceeded", false)]
    [InlineData("States.DataLimitExceeded", "States.DataLimitExceeded", true)]
    [InlineData("States.Runtime", "States.Runtime", false)]
    [InlineData("States.TaskFailed", "Any", true)]
    [InlineData("States.TaskFailed", "States.Timeout", false)]
    [InlineData("States.TaskFailed", "States.HeartbeatTimeout", true)]
    [InlineData("States.Timeout", "States.HeartbeatTimeout", true)]
    [InlineData("States.HeartbeatTimeout", "States.Timeout", false)]
    [InlineData("Any", "any", false)]
    public void What_a_catcher_catches(string catcher, string error, bool caught)
    {
        bench.Services.Fails("S", error);
        var definition = """{"StartAt": "S", "States": {"C": {"Type": "Succeed"}, "S": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true, "Catch": [{"Next": "C", "ErrorEquals": ["CATCHER"]}]}}}"""
            .Replace("CATCHER", catcher, StringComparison.Ordinal);

        bench.Run(definition).Path.ShouldBe(caught ? ["S", "C"] : ["S"]);
    }
}
