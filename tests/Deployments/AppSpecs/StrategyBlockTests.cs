using Sluice.Deployments.AppSpecs;
using Sluice.Platform.Documents;

namespace Sluice.Deployments.Tests.AppSpecs;

public sealed class StrategyBlockTests
{
    [Theory]
    [InlineData("{Steps: [{Percent: 10, Bake: 5m}, {Percent: 50.5, Pause: true}]}", "10@5m 50.5@pause")]
    [InlineData("{steps: [{percent: 10, bake: 90s, pause: false}]}", "10@90s")]
    [InlineData("{Equal: 4, Every: 1m}", "25@1m 50@1m 75@1m")]
    [InlineData("{Equal: 2, Every: pause}", "50@pause")]
    [InlineData("{Equal: 1, Every: 1m}", "")]
    public void Reads(string block, string steps) => string.Join(' ', Read(block).Steps!).ShouldBe(steps);

    [Theory]
    [InlineData("{Rollback: {Steps: [{Percent: 50, Bake: 1m}, {Percent: 5, Bake: 30s}]}}", "50@1m 5@30s")]
    [InlineData("{Rollback: {Equal: 3, Every: 10s}}", "66.7@10s 33.3@10s")]
    public void Reads_the_way_back_alone(string block, string steps)
    {
        var read = Read(block);

        read.Steps.ShouldBeNull();
        string.Join(' ', read.Rollback!).ShouldBe(steps);
    }

    [Theory]
    [InlineData("{}", "Strategy: either Steps or Equal with Every was expected, not neither")]
    [InlineData("{Steps: [{Percent: 1, Bake: 1m}], Equal: 3, Every: 1m}", "Strategy: either Steps or Equal with Every was expected, not both")]
    [InlineData("{Steps: []}", "Strategy.Steps: a list of at least one step was expected")]
    [InlineData("{Steps: [{Bake: 1m}]}", "Strategy.Steps[0].Percent: is missing; expected a share from 0.1 to 99.9")]
    [InlineData("{Steps: [{Percent: ten, Bake: 1m}]}", "Strategy.Steps[0].Percent: a number was expected, not 'ten'")]
    [InlineData("{Steps: [{Percent: 10}]}", "Strategy.Steps[0]: either Bake or Pause: true was expected, not neither")]
    [InlineData("{Steps: [{Percent: 10, Bake: 1m, Pause: true}]}", "Strategy.Steps[0]: either Bake or Pause: true was expected, not both")]
    [InlineData("{Steps: [{Percent: 10, Bake: 5 minutes}]}", "Strategy.Steps[0].Bake: a time such as 30s, 5m or 2h was expected, not '5 minutes'")]
    [InlineData("{Steps: [{Percent: 10, Bake: 0s}]}", "Strategy.Steps: a bake of 0 watches nothing")]
    [InlineData("{Steps: [{Percent: 100, Bake: 1m}]}", "Strategy.Steps: 100 % is no step; expected 0.1 to 99.9")]
    [InlineData("{Steps: [{Percent: 50, Bake: 1m}, {Percent: 50, Bake: 1m}]}", "Strategy.Steps: 50 % follows 50 %; expected strictly rising percentages")]
    [InlineData("{Steps: [{Percnt: 50, Bake: 1m}]}", "Strategy.Steps[0].Percnt: is not known here; did you mean 'Percent'?")]
    [InlineData("{Equal: 1001, Every: 1m}", "Strategy.Equal: a whole number from 1 to 1000 was expected, not '1001'")]
    [InlineData("{Equal: 3}", "Strategy.Every: is missing; expected a time such as 30s, 5m or 2h, or pause")]
    [InlineData("{Equal: 3, Every: 1d}", "Strategy.Every: a time such as 30s, 5m or 2h was expected, not '1d'")]
    [InlineData("{Rollback: {Steps: [{Percent: 5, Bake: 1m}, {Percent: 50, Bake: 1m}]}}", "Strategy.Rollback.Steps: 50 % follows 5 %; expected strictly falling percentages")]
    [InlineData("{Rollback: {Steps: [{Percent: 5, Pause: true}]}}", "Strategy.Rollback.Steps: the way back cannot pause at 5 %")]
    [InlineData("{Rollback: {}}", "Strategy.Rollback: either Steps or Equal with Every was expected, not neither")]
    public void Tells_what_is_wrong_and_where(string block, string fault) =>
        Should.Throw<InvalidDocumentException>(() => Read(block)).Faults.Select(told => told.ToString()).ShouldContain(told => told.Contains(fault));

    [Fact]
    public void A_fault_is_told_once() =>
        Should.Throw<InvalidDocumentException>(() => Read("{Steps: [{Percent: x, Bake: 1m}, {Percent: 20}]}")).Faults.Count.ShouldBe(2);

    private static AppSpecStrategy Read(string block) =>
        SuiteAppSpecs.Reader.ReadInline($"version: 0.0\nResources: [{{f: {{Type: AWS::Lambda::Function, Properties: {{Name: fn, Alias: live}}}}}}]\nStrategy: {block}\n").Strategy!;
}
