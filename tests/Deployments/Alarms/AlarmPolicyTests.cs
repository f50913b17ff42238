using Sluice.Deployments.Model.Alarms;

namespace Sluice.Deployments.Tests.Alarms;

public sealed class AlarmPolicyTests
{
    private static readonly AlarmConfiguration _configuration = new() { Enabled = true, Alarms = [new Alarm { Name = "errors" }, new Alarm { Name = "slow" }, new Alarm { Name = "errors" }] };

    [Fact]
    public void Without_more_it_is_as_CodeDeploy_has_it()
    {
        var policy = AlarmPolicy.Of(_configuration);

        policy.Names.ShouldBe(["errors", "slow"]);
        (policy.IgnoresPollFailure, policy.InsufficientData, policy.FinalBakeSeconds).ShouldBe((false, InsufficientData.Continue, 0));
    }

    [Fact]
    public void All_that_is_said_is_taken()
    {
        var policy = AlarmPolicy.Of(_configuration with { IgnorePollAlarmFailure = true, InsufficientData = Shapes.InsufficientData.WAIT, BakeSeconds = 300 });

        (policy.IgnoresPollFailure, policy.InsufficientData, policy.FinalBakeSeconds).ShouldBe((true, InsufficientData.Wait, 300));
    }

    [Fact]
    public void One_that_is_not_enabled_watches_nothing()
    {
        AlarmPolicy.Of(_configuration with { Enabled = false, BakeSeconds = 300 }).ShouldBe(AlarmPolicy.None);
        AlarmPolicy.Of(null).ShouldBe(AlarmPolicy.None);
    }

    [Fact]
    public void Faults_of_our_own_fields_are_told() => AlarmPolicy.Faults(new AlarmConfiguration { BakeSeconds = 172_801 }, "overrideAlarmConfiguration").ShouldBe(
    [
        "overrideAlarmConfiguration.bakeSeconds: 0 to 172800 was expected, not 172801",
    ]);
}
