using Sluice.Local.Cloud.Functions;
using Sluice.Local.Cloud.Functions.Events;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Local.StateMachines.Time;

namespace Sluice.Local.Tests.Cloud.Functions.Events;

/// <summary>An asynchronous request over its six hours, in no time.</summary>
public sealed class EventCourseTests
{
    private static readonly InvocationResult Answered = new(200, "{}"u8.ToArray(), "1", null);
    private static readonly InvocationResult Failed = new(200, """{"errorMessage":"none left"}"""u8.ToArray(), "1", "Unhandled");
    private static readonly TaskFailedException Throttled = new("Lambda.TooManyRequestsException", "Rate Exceeded.");
    private readonly VirtualTime _time = new(DateTimeOffset.UnixEpoch);
    private readonly List<double> _tries = [];
    private readonly List<int> _kept = [];

    [Fact]
    public void A_function_that_fails_is_called_again_after_one_minute_and_after_two_more()
    {
        var outcome = Run(_ => Failed);

        _tries.ShouldBe([0, 60, 180]);
        _kept.ShouldBe([1, 2]);
        outcome.ShouldBe(new EventOutcome("RetriesExhausted", 3, Failed, null));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    public void As_often_as_the_user_says(int retries, int tries)
    {
        Run(_ => Failed, EventSettings.Default with { MaximumRetryAttempts = retries }).Tries.ShouldBe(tries);
    }

    [Fact]
    public void Throttled_requests_are_made_for_as_long_as_that_takes_and_cost_no_retry()
    {
        var outcome = Run(tries => tries < 40 ? throw Throttled : Answered);

        outcome.ShouldBe(new EventOutcome("Success", 1, Answered, null));
        _tries.Take(6).ShouldBe([0, 1, 3, 7, 15, 31]);
        (_tries[^1] - _tries[^2]).ShouldBe(300);
        _tries[^1].ShouldBeInRange(9000, 6 * 3600);
    }

    [Fact]
    public void After_six_hours_a_throttled_request_is_given_up()
    {
        var outcome = Run(_ => throw Throttled);

        outcome.ShouldBe(new EventOutcome("EventAgeExceeded", 0, null, "Rate Exceeded."));
        _time.GetUtcNow().ShouldBeInRange(DateTimeOffset.UnixEpoch.AddHours(5.9), DateTimeOffset.UnixEpoch.AddHours(6));
    }

    [Fact]
    public void A_request_that_waited_before_the_suite_was_started_again_is_as_old_as_it_is() =>
        Run(_ => throw Throttled, EventSettings.Default with { MaximumEventAge = 3600 }, aged: TimeSpan.FromHours(1)).Condition.ShouldBe("EventAgeExceeded");

    [Fact]
    public void Nobody_waits_for_a_function_that_is_not_there()
    {
        var outcome = Run(_ => throw new TaskFailedException("Lambda.ResourceNotFoundException", "Function not found"));

        outcome.ShouldBe(new EventOutcome("Lambda.ResourceNotFoundException", 0, null, "Function not found"));
        _tries.ShouldBe([0]);
    }

    private EventOutcome Run(Func<int, InvocationResult> invoke, EventSettings? settings = null, TimeSpan aged = default)
    {
        EventOutcome? outcome = null;
        var course = new EventCourse(
            () =>
            {
                _tries.Add((_time.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds);
                return Task.FromResult(invoke(_tries.Count));
            },
            () => settings ?? EventSettings.Default,
            () => aged + (_time.GetUtcNow() - DateTimeOffset.UnixEpoch),
            failures =>
            {
                _kept.Add(failures);
                return Task.CompletedTask;
            },
            _time);
        _time.Run(async () => outcome = await course.RunAsync(0, CancellationToken.None));
        return outcome!;
    }
}
