using Sluice.Deployments.Strategies;

namespace Sluice.Deployments.Tests.Strategies;

public sealed class TrafficRoutingConfigTests
{
    [Fact]
    public void The_predefined_names_are_exactly_those_of_CodeDeploy() => PredefinedConfigurations.All.Select(known => known.Name[PredefinedConfigurations.Prefix.Length..]).ShouldBe(
    [
        "LambdaCanary10Percent5Minutes", "LambdaCanary10Percent10Minutes", "LambdaCanary10Percent15Minutes", "LambdaCanary10Percent30Minutes",
        "LambdaLinear10PercentEvery1Minute", "LambdaLinear10PercentEvery2Minutes", "LambdaLinear10PercentEvery3Minutes", "LambdaLinear10PercentEvery10Minutes",
        "LambdaAllAtOnce", "ECSLinear10PercentEvery1Minutes", "ECSLinear10PercentEvery3Minutes", "ECSCanary10Percent5Minutes", "ECSCanary10Percent15Minutes", "ECSAllAtOnce",
    ]);

    [Fact]
    public void The_predefined_ones_are_without_fault() => PredefinedConfigurations.All.ShouldAllBe(known => known.Routing.Faults().Count == 0);

    [Theory]
    [InlineData(99, 2880, "99@48h")]
    [InlineData(30, 960, "30@16h 60@16h 90@16h")]
    [InlineData(50, 1, "50@1m")]
    public void Linear_shares_are_equal(int percent, int minutes, string steps)
    {
        var config = TrafficRouting.OfLinear(percent, minutes);

        config.Faults().ShouldBeEmpty();
        string.Join(' ', config.Steps()).ShouldBe(steps);
    }

    [Fact]
    public void Faults_name_the_member()
    {
        TrafficRouting.OfCanary(100, 0).Faults().ShouldBe(
        [
            "timeBasedCanary.canaryPercentage: a whole number from 1 to 99 was expected, not 100",
            "timeBasedCanary.canaryInterval: a whole number of minutes, at least 1, was expected, not 0",
        ]);
        new TrafficRoutingConfig { Type = TrafficRoutingType.TimeBasedLinear }.Faults().ShouldBe(
        [
            "timeBasedLinear.linearPercentage: a whole number from 1 to 99 was expected, not nothing",
            "timeBasedLinear.linearInterval: a whole number of minutes, at least 1, was expected, not nothing",
        ]);
        TrafficRouting.OfCanary(10, 2881).Faults().ShouldHaveSingleItem().ShouldContain("longer than 2880 minutes");
        TrafficRouting.OfLinear(30, 961).Faults().ShouldHaveSingleItem().ShouldContain("longer than 2880 minutes");
        new TrafficRoutingConfig { TimeBasedCanary = new TimeBasedCanary { CanaryPercentage = 10, CanaryInterval = 5 } }.Faults().ShouldHaveSingleItem().ShouldContain("the type is AllAtOnce");
    }

    [Fact]
    public void Steps_beside_the_model_are_read_and_answered()
    {
        var faults = new List<string>();
        ConfigurationStep[] given = [new() { Percent = 12.5, BakeSeconds = 300 }, new() { Percent = 50, Pause = true }];

        var steps = ConfigurationSteps.Read(given, faults);

        faults.ShouldBeEmpty();
        string.Join(' ', steps).ShouldBe("12.5@5m 50@pause");
        ConfigurationSteps.Of(steps).ShouldBe(given);
    }

    [Fact]
    public void Steps_beside_the_model_tell_what_is_wrong()
    {
        var faults = new List<string>();

        ConfigurationSteps.Read([new() { BakeSeconds = 5, Pause = true }, new() { Percent = 50 }], faults);

        faults.ShouldBe(
        [
            "steps[0].percent: is missing; expected 0.1 to 99.9",
            "steps[0]: either bakeSeconds or pause was expected, not both",
            "steps[1]: either bakeSeconds or pause was expected, not neither",
        ]);
    }
}
