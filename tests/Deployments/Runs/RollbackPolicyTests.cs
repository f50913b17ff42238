namespace Sluice.Deployments.Tests.Runs;

public sealed class RollbackPolicyTests
{
    [Fact]
    public void Without_a_configuration_all_causes_give_traffic_back() => Covered(null, Enum.GetValues<StopCause>()).ShouldBe(Enum.GetValues<StopCause>());

    [Fact]
    public void One_that_is_off_covers_nothing() =>
        Covered(new AutoRollbackConfiguration { Enabled = false, Events = [AutoRollbackEvent.DEPLOYMENT_FAILURE] }, Enum.GetValues<StopCause>()).ShouldBeEmpty();

    [Theory]
    [InlineData(AutoRollbackEvent.DEPLOYMENT_STOP_ON_ALARM, "Alarm")]
    [InlineData(AutoRollbackEvent.DEPLOYMENT_STOP_ON_REQUEST, "Request")]
    [InlineData(AutoRollbackEvent.DEPLOYMENT_FAILURE, "Hook Analysis ForeignChange Failure NotContinued Recovery")]
    public void Each_event_covers_its_causes(AutoRollbackEvent name, string causes) =>
        string.Join(' ', Covered(new AutoRollbackConfiguration { Enabled = true, Events = [name] }, Enum.GetValues<StopCause>())).ShouldBe(causes);

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(false, true, false)]
    public void Who_asks_to_stop_may_say_otherwise(bool asked, bool configured, bool covers) =>
        new RollbackPolicy(true, true, OnRequest: configured).Covers(Stop(StopCause.Request) with { Rollback = asked }).ShouldBe(covers);

    private static IEnumerable<StopCause> Covered(AutoRollbackConfiguration? configuration, IEnumerable<StopCause> causes) =>
        causes.Where(cause => RollbackPolicy.Of(configuration).Covers(Stop(cause)));

    private static Stop Stop(StopCause cause) => new(cause, "", DateTimeOffset.UnixEpoch);
}
