using Sluice.Deployments.Model.Analysis;
using Sluice.Deployments.Tests.Analysis.Judging;

namespace Sluice.Deployments.Tests.Analysis.Simulation;

/// <summary>A small part of what <c>tests/Benchmarks</c> simulates for <c>docs/analysis.md</c>. Seeds are fixed, so it comes out the same everywhere.</summary>
public sealed class SimulatedStepTests
{
    private const int Trials = 200;

    // Twice of alpha, 0.02; what only matters little or seldom is not excused here.
    private const double MostFalse = 4;

    [Theory]
    [InlineData(450, 50, 10)]
    [InlineData(450, 10, 10)]
    [InlineData(500, 90, 60)]
    [InlineData(3000, 1, 30)]
    public void The_same_version_fails_by_its_errors_no_more_than_twice_in_fifty(int perMinute, double newPercent, int minutes) =>
        Failed("ErrorRate", Chance, new Traffic(perMinute, newPercent, minutes), new(0.5), new(0.5)).ShouldBeLessThanOrEqualTo(MostFalse);

    [Theory]
    [InlineData(100, 50, 10)]
    [InlineData(100, 10, 20)]
    [InlineData(100, 90, 20)]
    [InlineData(450, 1, 20)]
    public void The_same_version_fails_by_its_latency_no_more_than_twice_in_fifty(int perMinute, double newPercent, int minutes) =>
        Failed("Duration", Chance, new Traffic(perMinute, newPercent, minutes), new(), new()).ShouldBeLessThanOrEqualTo(MostFalse);

    [Theory]
    [InlineData(90, 50, 10)]
    [InlineData(90, 10, 30)]
    [InlineData(450, 10, 10)]
    [InlineData(3000, 1, 30)]
    public void Five_errors_in_a_hundred_instead_of_one_are_found_nine_times_in_ten(int perMinute, double newPercent, int minutes) =>
        Failed("ErrorRate", "", new Traffic(perMinute, newPercent, minutes), new(5), new(1)).ShouldBeGreaterThanOrEqualTo(90);

    [Theory]
    [InlineData(100, 50, 10)]
    [InlineData(100, 10, 10)]
    [InlineData(450, 1, 30)]
    public void Twice_the_latency_is_found_nine_times_in_ten(int perMinute, double newPercent, int minutes) =>
        Failed("Duration", "", new Traffic(perMinute, newPercent, minutes), new(Latency: 200), new()).ShouldBeGreaterThanOrEqualTo(90);

    private static string Chance => """, "Compare": {"EffectSize": 0, "MinimumChange": 0}""";

    private static double Failed(string metric, string more, Traffic traffic, Behaviour now, Behaviour before) =>
        100.0 * SimulatedStep.Judge(Answers.Plan($$"""{"Metrics": [{"Name": "{{metric}}"{{more}}}]}"""), traffic, now, before, Trials).GetValueOrDefault(AnalysisOutcome.Fail) / Trials;
}
