using System.Text.Json;
using Sluice.Deployments.Alarms;
using Sluice.Deployments.Analysis.Sampling;
using Sluice.Deployments.Model.Alarms;
using Sluice.Deployments.Model.Traffic;
using Sluice.Deployments.Platforms.Lambda;
using Sluice.Deployments.Protocol;
using Sluice.Deployments.Protocol.Steps;
using Sluice.Deployments.Runs;

namespace Sluice.Deployments.Tests.Protocol;

/// <summary>A step goes on when enough requests came and few enough of them failed; what was not seen counts as nothing.</summary>
public sealed class StepRequestsTests
{
    private const string Next = "what follows";
    private static readonly Move _bake = new(MoveKind.Shift, "10 %", TrafficSplit.Split("1", "2", 10), 60, null);

    [Fact]
    public void Without_an_alarm_of_its_own_nothing_is_counted()
    {
        Decided(Midway.Watched(), null).Answer.Message.ShouldBe(Next);
        Decided(Counting() with { Shift = Midway.Watched().Shift }, null).Answer.Message.ShouldBe(Next);
    }

    [Theory]
    [InlineData(MoveKind.Hook, WaitKind.Bake, 60, false)]
    [InlineData(MoveKind.Shift, WaitKind.Pause, 60, false)]
    [InlineData(MoveKind.Shift, WaitKind.Bake, 0, false)]
    [InlineData(MoveKind.Shift, WaitKind.Bake, 1, true)]
    [InlineData(MoveKind.Shift, WaitKind.FinalBake, 60, true)]
    public void Only_steps_that_are_watched_are_counted(object kind, WaitKind wait, int seconds, bool counted) =>
        Decided(Counting(), null, _bake with { Kind = (MoveKind)kind, Wait = wait, WaitSeconds = seconds }).Answer.Next.ShouldBe(counted ? Branch.ReadMetrics : null);

    // A minute's metrics tell the alias's requests from the version's only while both get some.
    [Theory]
    [InlineData(WaitKind.Bake, 60, true)]
    [InlineData(WaitKind.FinalBake, 60, false)]
    [InlineData(WaitKind.FinalBake, 59, true)]
    [InlineData(WaitKind.Bake, 1, true)]
    public void The_requests_to_the_new_version_are_asked_for_by_version(WaitKind wait, int period, bool divided) =>
        Asked(Counting(period: period), _bake with { Wait = wait }).Contains("ExecutedVersion", StringComparison.Ordinal).ShouldBe(divided);

    // Decided at Now: read after the 60 s of the step.
    [Theory]
    [InlineData(60, 0)]
    [InlineData(119, 0)]
    [InlineData(120, 60)]
    [InlineData(59, -1)]
    [InlineData(-3600, -3660)]
    public void They_are_counted_from_the_steps_begin_or_over_its_time_if_the_clock_was_set(int read, int began)
    {
        var now = Midway.Now.AddSeconds(read);

        var asked = StepRequests.Decide(new StepAnswer(new LambdaPlatform()), Counting(), _bake, null, now, Follows).Answer.MetricData!;

        asked.ToJsonString().ShouldBe(RequestQuery.Of((LambdaPlan)Counting().Plan.Target, "2", Midway.Now.AddSeconds(began), now)!.ToJsonString());
    }

    [Fact]
    public void Waits_for_more_count_to_the_steps_time()
    {
        var record = Counting() with { Attempt = 3, Extended = new Extension(1, 3, 2, 10), History = [new StepRecord(1, "10 %", Midway.Now.AddDays(-1), null), new StepRecord(1, "10 %", Midway.Now, null)] };
        var now = Midway.Now.AddSeconds(85);

        var asked = StepRequests.Decide(new StepAnswer(new LambdaPlatform()), record, _bake, null, now, Follows).Answer.MetricData!;

        asked.ToJsonString().ShouldBe(RequestQuery.Of((LambdaPlan)record.Plan.Target, "2", Midway.Now, now)!.ToJsonString());
    }

    [Fact]
    public void What_was_counted_is_not_counted_again_and_its_answer_not_taken_for_an_analysis()
    {
        var counted = Counting() with { Counted = new StepCount(1, 1, new RequestCount(5, 0), 0) };
        var analysis = new MetricDataAnswer([new MetricDataResult("new0_value", "Complete", null, null)]);

        StepRequests.Decide(new StepAnswer(new LambdaPlatform()), counted, _bake, Answer(9, 0), Midway.Now, (_, metrics) => Given(metrics is null)).Answer.Tries.ShouldBe(1);
        StepRequests.Decide(new StepAnswer(new LambdaPlatform()), counted, _bake, analysis, Midway.Now, (_, metrics) => Given(metrics == analysis)).Answer.Tries.ShouldBe(1);
        Decided(counted with { Counted = counted.Counted with { Step = 0 } }, null).Answer.Next.ShouldBe(Branch.ReadMetrics);
        Decided(counted with { Counted = counted.Counted with { Attempt = 0 } }, null).Answer.Next.ShouldBe(Branch.ReadMetrics);
    }

    [Theory]
    [InlineData(5, 0, null, "0 of 5 requests to version 2 failed")]
    [InlineData(100, 4, null, "4 of 100 requests to version 2 failed")]
    [InlineData(100, 5, StopCause.Alarm, "5 % of version 2's requests failed (limit 5 %)")]
    [InlineData(5, 5, StopCause.Alarm, "100 % of version 2's requests failed (limit 5 %)")]
    public void Enough_requests_are_judged_by_the_share_that_failed(int requests, int failed, StopCause? cause, string why)
    {
        var decision = Decided(Counting(), Answer(requests, failed));

        (decision.Record.Stop?.Cause, decision.Answer?.Message).ShouldBe((cause, cause is null ? Next : null));
        Told(decision).ShouldBe((cause is null ? "Pass" : "Fail", why));
        decision.Record.Counted.ShouldBe(new StepCount(1, 1, new RequestCount(requests, failed), 0));
    }

    [Theory]
    [InlineData(0, 0, "0 of the 5 requests that are needed came to version 2; it waits up to 1m for more")]
    [InlineData(4, 4, "4 of the 5 requests that are needed came to version 2 (4 failed); it waits up to 1m for more")]
    [InlineData(null, 0, "the requests to version 2 could not be counted; it waits up to 1m for more")]
    public void Too_few_are_waited_for(int? requests, int failed, string why)
    {
        var decision = Decided(Counting(), Answer(requests, failed));

        (decision.Answer.Next, decision.Record.Extended, decision.Record.Counted!.Waits).ShouldBe((Branch.ReadBack, new Extension(1, 2, 1, 5), 1));
        Told(decision).ShouldBe(("Inconclusive", why));
        ((int)decision.Events.Single().Detail["waitSeconds"]!).ShouldBe(60);
    }

    [Theory]
    [InlineData(1, 60, 60, 0, 5)]
    [InlineData(1, 60, 3, 0, 3)]
    [InlineData(1, 62, 60, 12, 2)]
    [InlineData(1, 900, 60, 0, 15)]
    [InlineData(1, 901, 60, 0, 16)]
    [InlineData(60, 300, 60, 0, 60)]
    [InlineData(59, 300, 60, 0, 5)]
    public void Each_wait_is_a_slice_of_the_whole(int period, int wait, int step, int waits, int seconds)
    {
        var record = Counting(period: period, wait: wait) with { Counted = new StepCount(1, 0, null, waits) };

        var decision = Decided(record, Answer(0, 0), _bake with { WaitSeconds = step });

        (decision.Record.Extended!.Seconds, decision.Record.Counted!.Waits, decision.Events.Count).ShouldBe((seconds, waits + 1, waits == 0 ? 1 : 0));
    }

    [Fact]
    public void Waits_of_an_earlier_step_are_not_this_ones() => Decided(Counting() with { Counted = new StepCount(0, 1, null, 12) }, Answer(0, 0)).Record.Counted!.Waits.ShouldBe(1);

    [Theory]
    [InlineData(12, "1 of the 5 requests that are needed came to version 2 at 10 %, though it waited 1m for more, so nothing shows that it is good")]
    [InlineData(13, "1 of the 5 requests that are needed came to version 2 at 10 %, though it waited 1m for more, so nothing shows that it is good")]
    public void When_they_stay_too_few_it_goes_back(int waits, string why)
    {
        var decision = Decided(Counting() with { Counted = new StepCount(1, 0, null, waits) }, Answer(1, 0));

        (decision.Record.Stop!.Cause, decision.Record.Stop.Message).ShouldBe((StopCause.Analysis, why));
        decision.Events.Select(told => told.DetailType).ShouldBe([DeploymentEvents.StopRecorded, DeploymentEvents.Judged]);
        $"{decision.Events[1].Detail["outcome"]}".ShouldBe("Inconclusive");
    }

    [Fact]
    public void Without_a_wait_none_is_told() =>
        Decided(Counting(wait: 0), Answer(1, 0)).Record.Stop!.Message.ShouldBe("1 of the 5 requests that are needed came to version 2 at 10 %, so nothing shows that it is good");

    [Fact]
    public void Or_it_goes_on_without_knowing_if_that_is_chosen()
    {
        var decision = Decided(Counting(wait: 0, tooFew: TooFewRequests.Continue), Answer(1, 0));

        decision.Answer.Message.ShouldBe(Next);
        Told(decision).ShouldBe(("Inconclusive", "1 of the 5 requests that are needed came to version 2; it goes on without knowing, as was chosen"));
    }

    [Fact]
    public void A_count_that_fails_is_passed_over_where_that_is_asked_for()
    {
        var ignoring = Counting() with { Plan = Counting().Plan with { Alarms = new AlarmPolicy(["errors"]) { IgnoresPollFailure = true } } };

        Decided(ignoring, Answer(null, 0)).Answer.Message.ShouldBe(Next);
        Decided(ignoring, Answer(4, 0)).Answer.Next.ShouldBe(Branch.ReadBack);
    }

    private static Deployment Counting(int period = 1, int wait = 60, TooFewRequests tooFew = default)
    {
        var watched = Midway.Watched();
        var target = (LambdaPlan)watched.Plan.Target with { ErrorAlarm = new ErrorAlarm(5, period) { WaitSeconds = wait, TooFew = tooFew } };
        return watched with { Plan = watched.Plan with { Target = target }, Shift = watched.Shift! with { OwnAlarm = "sluice-d-000000001" } };
    }

    private static string Asked(Deployment record, Move move) => Decided(record, null, move).Answer.MetricData!.ToJsonString();

    private static Decision<Deployment, ShiftState> Decided(Deployment record, MetricDataAnswer? metrics, Move? move = null) =>
        StepRequests.Decide(new StepAnswer(new LambdaPlatform()), record, move ?? _bake, metrics, Midway.Now.AddSeconds(60), Follows);

    private static Decision<Deployment, ShiftState> Follows(Deployment record, MetricDataAnswer? metrics) => new(record, new ShiftState(record.DeploymentId) { Message = Next });

    private static Decision<Deployment, ShiftState> Given(bool right) => new(Midway.Watched(), new ShiftState("d-000000001") { Tries = right ? 1 : 0 });

    private static (string Outcome, string Why) Told(Decision<Deployment, ShiftState> decision)
    {
        var judged = decision.Events.Single(told => told.DetailType == DeploymentEvents.Judged).Detail;
        return ($"{judged["outcome"]}", $"{judged["why"]}");
    }

    // Two points: counts are added up.
    private static MetricDataAnswer Answer(int? requests, int failed) => requests is null
        ? new MetricDataAnswer(null, "CloudWatch.Throttled", "slow down")
        : new MetricDataAnswer([Series(RequestCounter.Requests, requests.Value), Series(RequestCounter.Failed, failed)]);

    private static MetricDataResult Series(string id, int count) => new(
        id, "Complete", [Midway.Now, Midway.Now.AddSeconds(1)], [JsonSerializer.SerializeToElement(count / 2), JsonSerializer.SerializeToElement(count - (count / 2))]);
}
