using FsCheck;
using FsCheck.Fluent;
using Sluice.Deployments.Model.Alarms;
using Sluice.Deployments.Model.Traffic;
using Sluice.Deployments.Platforms.Lambda;
using Sluice.Deployments.Strategies;

namespace Sluice.Deployments.Tests.Strategies;

public sealed class DeployStrategyTests
{
    [Theory]
    [InlineData("AllAtOnce", "")]
    [InlineData("CodeDeployDefault.LambdaAllAtOnce", "")]
    [InlineData("CodeDeployDefault.ECSAllAtOnce", "")]
    [InlineData("Steps.10@5s,50@5m,99@2h", "10@5s 50@5m 99@2h")]
    [InlineData("Steps.0.1@5s,12.5@90s,99.9@pause", "0.1@5s 12.5@90s 99.9@pause")]
    [InlineData("Equal.1@5m", "")]
    [InlineData("Equal.3@5m", "33.3@5m 66.7@5m")]
    [InlineData("Equal.4@pause", "25@pause 50@pause 75@pause")]
    [InlineData("CodeDeployDefault.LambdaCanary10Percent5Minutes", "10@5m")]
    [InlineData("CodeDeployDefault.ECSCanary10Percent15Minutes", "10@15m")]
    [InlineData("Canary10Percent30Minutes", "10@30m")]
    [InlineData("CodeDeployDefault.LambdaLinear10PercentEvery1Minute", "10@1m 20@1m 30@1m 40@1m 50@1m 60@1m 70@1m 80@1m 90@1m")]
    [InlineData("CodeDeployDefault.ECSLinear10PercentEvery3Minutes", "10@3m 20@3m 30@3m 40@3m 50@3m 60@3m 70@3m 80@3m 90@3m")]
    public void Reads(string text, string steps)
    {
        var faults = new List<string>();

        string.Join(' ', DeployStrategy.Read(text, faults)).ShouldBe(steps);
        faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Canary", "is no strategy")]
    [InlineData("CodeDeployDefault.LambdaLinear10PercentEvery1Minutes", "did you mean 'CodeDeployDefault.LambdaLinear10PercentEvery1Minute'?")]
    [InlineData("CodeDeployDefault.ECSLinear10PercentEvery1Minute", "did you mean 'CodeDeployDefault.ECSLinear10PercentEvery1Minutes'?")]
    [InlineData("Linear30PercentEvery2Minutes", "is no strategy")]
    [InlineData("Steps.", "'' is not a step")]
    [InlineData("Steps.10", "'10' is not a step")]
    [InlineData("Steps.10@pauses", "'10@pauses' is not a step")]
    [InlineData("Steps.12.55@5s", "12.55 % has more than one decimal")]
    [InlineData("Steps.0@5s", "0 % is no step")]
    [InlineData("Steps.100@5s", "100 % is no step")]
    [InlineData("Steps.99.95@5s", "expected 0.1 to 99.9")]
    [InlineData("Steps.10@0s", "a bake of 0 watches nothing")]
    [InlineData("Steps.10@5s,10.0@5s", "10 % follows 10 %; expected strictly rising")]
    [InlineData("Steps.50@5s,10@5s", "10 % follows 50 %; expected strictly rising")]
    [InlineData("Steps.10@49h", "longer than 2880 minutes")]
    [InlineData("Equal.0@1m", "expected 1 to 1000")]
    [InlineData("Equal.1001@1s", "expected 1 to 1000")]
    [InlineData("Equal.1000@10m", "longer than 2880 minutes")]
    [InlineData("Equal.7", "'7' is no number of equal steps")]
    public void Tells_what_is_wrong(string text, string fault)
    {
        var faults = new List<string>();

        DeployStrategy.Read(text, faults);

        faults.ShouldContain(told => told.Contains(fault));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(200)]
    [InlineData(1000)]
    public void Equal_steps_end_at_exactly_all_traffic(int count) => Rises($"Equal.{count}@1s").ShouldBe(count);

    [Fact]
    public void Any_number_of_equal_steps_rises_evenly() =>
        Prop.ForAll(Gen.Choose(1, 1000).ToArbitrary(), count =>
        {
            var parts = EqualSteps.Of(count, 1, pause: false).Select(step => step.Percent).Append(100m).ToList();
            var gaps = parts.Prepend(0m).Zip(parts, (first, second) => second - first).ToList();
            return gaps.Min() > 0 && gaps.Max() - gaps.Min() <= 0.1m;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_step_reads_as_it_is_written() =>
        Prop.ForAll(
            Gen.Choose(1, 999).SelectMany(parts => Gen.Choose(1, 90_000).Select(seconds => new TrafficStep(parts / 10m, seconds))).ToArbitrary(),
            step =>
            {
                var faults = new List<string>();
                return DeployStrategy.Read($"Steps.{step}", faults) is [var read] && read == step && faults.Count == 0;
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Weights_rise_strictly_and_never_skip() =>
        Prop.ForAll(
            Gen.Choose(1, 99).ListOf().ToArbitrary(),
            percents =>
            {
                var rising = percents.Distinct().Order().ToList();
                return rising.Count == 0 || Rises($"Steps.{string.Join(',', rising.Select(percent => $"{percent}@1s"))}") == rising.Count + 1;
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_text_gives_anything_but_steps_or_faults() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
        {
            var faults = new List<string>();
            DeployStrategy.Read(text.Get, faults);
            DeployStrategy.Read($"Steps.{text.Get}", faults);
            return faults.Count > 0 || text.Get.Length > 0;
        }).QuickCheckThrowOnFailure();

    // The moves of a deployment with this strategy, checked: how many there are.
    private static int Rises(string text)
    {
        var faults = new List<string>();
        var steps = DeployStrategy.Read(text, faults);
        faults.ShouldBeEmpty();
        var plan = new DeploymentPlan([], steps, AlarmPolicy.None, RollbackPolicy.Always) { Target = new LambdaPlan("fn", "live", null, []) };
        var parts = new LambdaPlatform().Moves(plan, new Shift("2", TrafficSplit.All("1"), [], null)).Select(move => move.Traffic!.Shares()["2"]).ToList();
        parts[^1].ShouldBe(1m);
        parts.Zip(parts.Skip(1)).ShouldAllBe(pair => pair.First < pair.Second);
        return parts.Count;
    }
}
