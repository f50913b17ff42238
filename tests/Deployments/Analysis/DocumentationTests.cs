using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Deployments.Analysis.Reading;
using Sluice.Deployments.Model.Analysis;
using Sluice.Deployments.Platforms.Ecs;
using Sluice.Deployments.Platforms.Lambda;
using Sluice.Deployments.Statistics;
using Sluice.Deployments.Tests.Analysis.Judging;
using Sluice.Deployments.Tests.AppSpecs;
using Sluice.Platform.Json;

namespace Sluice.Deployments.Tests.Analysis;

/// <summary>What <c>docs/analysis.md</c> tells people to copy works, and what it says is so.</summary>
public sealed class DocumentationTests
{
    private static readonly DocsPage _page = DocsPage.Read("analysis.md");

    [Fact]
    public void The_appspec_is_read_and_its_steps_can_be_judged()
    {
        var spec = SuiteAppSpecs.Reader.Read("appspec.yml", Encoding.UTF8.GetBytes(_page.Blocks("yaml")[0]));

        spec.Analysis!.Metrics.Select(metric => (metric.Name, metric.Critical)).ShouldBe([("ErrorRate", true), ("Duration", false)]);
        AnalysisRules.Faults(spec.Analysis, spec.Strategy!.Steps!, 0).ShouldBeEmpty();
    }

    [Fact]
    public void The_block_with_own_metrics_is_read()
    {
        var plan = AnalysisBlock.Read("analysis", _page.Blocks("yaml")[1], LambdaMetrics.Platform);

        plan.Metrics.Select(metric => metric.Name).ShouldBe(["ErrorRate", "checkout latency", "failed orders", "orders an hour", "slow requests"]);
        (plan.PassScore, plan.Inconclusive.Then).ShouldBe((75, InconclusiveThen.Pause));
    }

    [Fact]
    public void The_verdict_is_one_that_is_judged_so()
    {
        var verdict = new Answers().With("new0_value", 140, 150, 145, 160, 155).With("old0_value", 100, 104, 98, 101, 103).Judge("""{"Metrics": [{"Name": "Duration"}]}""");

        var expected = JsonNode.Parse(_page.Blocks("json")[0])!;
        var actual = JsonSerializer.SerializeToNode(verdict with { Step = 1 }, SluiceJson.Options)!;
        JsonNode.DeepEquals(actual, expected).ShouldBeTrue(actual.ToJsonString());
    }

    [Fact]
    public void Every_ready_made_metric_and_every_member_is_explained()
    {
        foreach (var metric in LambdaMetrics.Platform.Ready.Concat(EcsMetrics.Platform.Ready))
        {
            _page.Text.ShouldContain($"| `{metric.Name}` |");
        }

        foreach (var placeholder in LambdaMetrics.Platform.Placeholders.Concat(EcsMetrics.Platform.Placeholders))
        {
            _page.Text.ShouldContain($"`${{{placeholder}}}`");
        }
    }

    [Theory]
    [InlineData(0.95)]
    [InlineData(0.98)]
    [InlineData(0.99)]
    public void The_fewest_samples_are_those_of_the_table(double confidence) => _page.Text.ShouldMatch(
        $@"\| (`Confidence` )?{confidence} \| {MannWhitney.FewestSamples(ChangeDirection.Increase, confidence)}( samples)? \| {MannWhitney.FewestSamples(ChangeDirection.Either, confidence)} \|");
}
