using Sluice.Deployments.Alarms;
using Sluice.Deployments.Model.Alarms;

namespace Sluice.Deployments.Tests.Alarms;

/// <summary>A deployment goes on only past alarms that are there, of either kind, and do not fire.</summary>
public sealed class AlarmJudgeTests
{
    [Fact]
    public void An_alarm_is_described_as_its_deployment_wants_it() =>
        AlarmJudge.Obstacle(_policy, _policy.Names, Answer("ALARM", "ALARM"), alarm => $"<{alarm.AlarmName}>").ShouldBe("<errors>; <all>");

    [Fact]
    public void Several_without_data_are_all_named() =>
        AlarmJudge.Obstacle(_policy with { InsufficientData = InsufficientData.Stop }, _policy.Names, Answer("INSUFFICIENT_DATA", "INSUFFICIENT_DATA"))
            .ShouldBe("alarm 'errors', 'all' has no data, and the deployment is to stop then");

    [Fact]
    public void Of_two_of_one_name_one_without_data_is_enough() =>
        AlarmJudge.WithoutData(_policy, new AlarmsAnswer([new AlarmDescription("all", "OK", null)], [new AlarmDescription("all", "INSUFFICIENT_DATA", null)])).ShouldBe(["all"]);

    private static readonly AlarmPolicy _policy = new(["errors", "all"]);

    [Theory]
    [InlineData("OK", "OK", null)]
    [InlineData("ALARM", "OK", "alarm 'errors' is in ALARM (why)")]
    [InlineData("OK", "ALARM", "alarm 'all' is in ALARM (why)")]
    [InlineData("ALARM", "ALARM", "alarm 'errors' is in ALARM (why); alarm 'all' is in ALARM (why)")]
    [InlineData("OK", null, "CloudWatch knows no alarm 'all', so nothing would stop a bad version")]
    [InlineData(null, "OK", "CloudWatch knows no alarm 'errors', so nothing would stop a bad version")]
    [InlineData(null, null, "CloudWatch knows no alarm 'errors', 'all', so nothing would stop a bad version")]
    [InlineData("ALARM", null, "alarm 'errors' is in ALARM (why)")]
    [InlineData("INSUFFICIENT_DATA", "INSUFFICIENT_DATA", null)]
    public void Alarms_of_metrics_and_composite_ones_count_alike(string? metric, string? composite, string? obstacle) =>
        AlarmJudge.Obstacle(_policy, _policy.Names, Answer(metric, composite)).ShouldBe(obstacle);

    [Theory]
    [InlineData(InsufficientData.Continue, null)]
    [InlineData(InsufficientData.Wait, null)]
    [InlineData(InsufficientData.Stop, "alarm 'all' has no data, and the deployment is to stop then")]
    public void One_without_data_stops_it_only_where_that_is_wanted(InsufficientData meaning, string? obstacle) =>
        AlarmJudge.Obstacle(_policy with { InsufficientData = meaning }, _policy.Names, Answer("OK", "INSUFFICIENT_DATA")).ShouldBe(obstacle);

    [Fact]
    public void The_deployments_own_alarm_may_be_without_data() =>
        AlarmJudge.Obstacle(_policy with { InsufficientData = InsufficientData.Stop }, [.. _policy.Names, "own"], Answer("OK", "OK", new AlarmDescription("own", "INSUFFICIENT_DATA", null))).ShouldBeNull();

    [Theory]
    [InlineData(false, "the alarms could not be read, so nothing would stop a bad version: slow down (CloudWatch.ThrottlingException)")]
    [InlineData(true, null)]
    public void Silence_ends_it_unless_it_is_ignored(bool ignores, string? why)
    {
        var silence = new AlarmsAnswer(null, null) { Error = "CloudWatch.ThrottlingException", Cause = "slow down" };
        var policy = _policy with { IgnoresPollFailure = ignores };

        AlarmJudge.Unreadable(policy, silence).ShouldBe(why);
        AlarmJudge.Obstacle(policy, policy.Names, silence).ShouldBeNull("what was not read says nothing of an alarm");
    }

    [Theory]
    [InlineData("", "alarm 'errors' is in ALARM")]
    [InlineData(" ", "alarm 'errors' is in ALARM")]
    [InlineData(null, "alarm 'errors' is in ALARM")]
    [InlineData("2 > 1", "alarm 'errors' is in ALARM (2 > 1)")]
    public void A_reason_is_told_if_there_is_one(string? reason, string told) => AlarmJudge.Firing(new AlarmDescription("errors", "ALARM", reason)).ShouldBe(told);

    private static AlarmsAnswer Answer(string? metric, string? composite, params AlarmDescription[] more) => new(
        metric is null ? null : [new AlarmDescription("errors", metric, "why"), .. more],
        composite is null ? null : [new AlarmDescription("all", composite, "why")]);
}
