using Sluice.Deployments.Analysis.Reading;
using Sluice.Deployments.Model.Analysis;
using Sluice.Deployments.Model.Traffic;
using Sluice.Deployments.Platforms.Lambda;

namespace Sluice.Deployments.Tests.Analysis.Reading;

public sealed class AnalysisChoiceTests
{
    private const string Group = """{"Metrics": [{"Name": "Duration"}]}""";
    private static readonly AnalysisPlan _own = AnalysisBlock.Read("appspec", "Metrics: [{Name: ErrorRate}]", LambdaMetrics.Platform);
    private readonly List<string> _faults = [];

    [Fact]
    public void The_appspecs_takes_the_place_of_the_groups() => Read(_own, Group)!.ShouldBeSameAs(_own);

    [Theory]
    [InlineData(Group)]
    [InlineData("Metrics:\n  - Name: Duration\n")]
    public void The_groups_is_taken_where_the_appspec_has_none(string group) => Read(null, group)!.Metrics.ShouldHaveSingleItem().Name.ShouldBe("Duration");

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void None_is_none(string? group) => Read(null, group).ShouldBeNull();

    [Fact]
    public void A_faulty_one_is_told_fault_by_fault()
    {
        Read(null, """{"Metrics": [{"Name": "Latency"}], "PassScore": 0}""").ShouldBeNull();

        _faults.Count.ShouldBe(2);
        _faults.ShouldAllBe(fault => fault.StartsWith("analysis:1: "));
    }

    [Fact]
    public void Steps_that_cannot_be_judged_are_told_too()
    {
        Read(_own, null, new TrafficStep(10, 60)).ShouldNotBeNull();

        _faults.ShouldHaveSingleItem().ShouldStartWith("analysis: the bake of 60 s at 10 % has 1 samples of 60 s, and 'ErrorRate' needs 4");
    }

    private AnalysisPlan? Read(AnalysisPlan? own, string? group, params TrafficStep[] steps) =>
        AnalysisChoice.Read(own, group, LambdaMetrics.Platform, steps.Length > 0 ? steps : [new TrafficStep(10, 300)], 0, _faults);
}
