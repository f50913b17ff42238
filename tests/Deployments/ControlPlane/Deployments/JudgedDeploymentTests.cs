using System.Text.Json.Nodes;
using Sluice.Deployments.Model.Analysis;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.ControlPlane.Deployments;

/// <summary>Deployments over the API that are judged by metrics.</summary>
public sealed class JudgedDeploymentTests
{
    private const string Block = "Period: 1\nMetrics:\n  - Name: ErrorRate\n";
    private static readonly string _inAppSpec = $"Analysis:\n  {Block.TrimEnd().Replace("\n", "\n  ")}\n";

    [Fact]
    public void The_groups_analysis_fails_a_version_that_is_worse_and_the_verdict_is_on_the_deployment()
    {
        using var shop = new Shop(settings: Settings());
        shop.World.CloudWatch.Series = (name, version, _) => name == "Invocations" ? 50 : version == "2" ? 2 : null;

        var (info, wire) = shop.World.Time.Run(async () =>
        {
            var id = await shop.CreateAsync();
            await shop.World.CompleteAsync();
            return (await shop.GetAsync(id), await shop.World.Api.CallAsync("GetDeployment", new JsonObject { ["deploymentId"] = id }));
        });

        (info.Status, info.Outcome, info.ErrorInformation!.Code).ShouldBe((DeploymentStatus.Failed, "RolledBack", ErrorCode.CUSTOMER_APPLICATION_UNHEALTHY));
        info.ErrorInformation.Message!.ShouldContain("the new version failed its analysis at 10 %");
        info.Verdicts.ShouldHaveSingleItem().Outcome.ShouldBe(AnalysisOutcome.Fail);
        var verdict = wire!["deploymentInfo"]!["verdicts"]![0]!;
        ((int)verdict["step"]!, (string)verdict["what"]!, (string)verdict["outcome"]!, (double)verdict["score"]!).ShouldBe((1, "10 %", "Fail", 0));
        var metric = verdict["metrics"]![0]!;
        ((string)metric["name"]!, (int)metric["new"]!["samples"]!, (double)metric["new"]!["level"]!, (double)metric["old"]!["requests"]!).ShouldBe(("ErrorRate", 5, 4, 250));
        ((double)metric["comparison"]!["pValue"]!).ShouldBe(1.0 / 252, 1e-12);
        ((double)metric["comparison"]!["minimumChange"]!["amount"]!).ShouldBe(0.5);
        ((double)verdict["window"]!["end"]! - (double)verdict["window"]!["start"]!).ShouldBe(5);
    }

    [Fact]
    public void The_appspecs_own_analysis_takes_the_place_of_the_groups()
    {
        using var shop = new Shop(settings: Settings("Metrics: [{Name: Duration}]"));
        shop.World.CloudWatch.Series = (name, _, _) => name == "Invocations" ? 50 : null;

        var info = shop.World.Time.Run(async () =>
        {
            var id = await shop.CreateAsync(Shop.Ask(more: _inAppSpec));
            await shop.World.CompleteAsync();
            return await shop.GetAsync(id);
        });

        info.Outcome.ShouldBe("Succeeded");
        info.Verdicts!.Select(verdict => (verdict.What, verdict.Outcome, verdict.Metrics.Single().Name)).ShouldBe([("10 %", AnalysisOutcome.Pass, "ErrorRate"), ("50 %", AnalysisOutcome.Pass, "ErrorRate")]);
    }

    [Fact]
    public void Without_an_analysis_there_are_no_verdicts()
    {
        using var shop = new Shop();

        shop.World.Time.Run(async () =>
        {
            var id = await shop.CreateAsync();
            await shop.World.CompleteAsync();
            (await shop.GetAsync(id)).Verdicts.ShouldBeNull();
        });
    }

    [Fact]
    public void Steps_that_cannot_be_judged_are_refused_before_anything_is_changed()
    {
        using var shop = new Shop(settings: Settings("Metrics: [{Name: ErrorRate}]"));

        shop.Refuses("InvalidRevisionException", "analysis: the bake of 5 s at 10 % has 0 samples of 60 s, and 'ErrorRate' needs 4; expected at least 240 s", () => shop.CreateAsync());
        shop.World.Time.Run(async () => (await shop.ListAsync()).Deployments.ShouldBeEmpty());
    }

    [Fact]
    public void A_faulty_analysis_in_the_appspec_is_refused_with_its_place()
    {
        using var shop = new Shop();

        shop.Refuses("InvalidRevisionException", "Analysis.Metrics[0].Name", () => shop.CreateAsync(Shop.Ask(more: "Analysis:\n  Metrics:\n    - Name: 'a/b'\n      Threshold: {Max: 1}\n")));
    }

    private static GroupSettings Settings(string analysis = Block) => new() { DeploymentConfigName = "Steps.10@5s,50@5s", Analysis = analysis };
}
