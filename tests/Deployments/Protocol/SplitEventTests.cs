using System.Text.Json.Nodes;
using Sluice.Deployments.Alarms;
using Sluice.Deployments.Model.Alarms;
using Sluice.Deployments.Runs;

namespace Sluice.Deployments.Tests.Protocol;

/// <summary>Whoever looks on sees how much longer it lasts.</summary>
public sealed class SplitEventTests
{
    [Fact]
    public void Says_how_long_each_split_is_watched_and_how_long_a_step_waits_for_more_requests()
    {
        var told = Told("a step waits on for its fifth request");

        told.Where(item => item.Type == DeploymentEvents.TrafficShifted).Select(item => (int)item.Detail["watchSeconds"]!).ShouldBe([5, 5, 0]);
        var judged = told.Where(item => item.Type == DeploymentEvents.Judged).Select(item => item.Detail).ToList();
        judged.Select(detail => (string?)detail["outcome"]).ShouldBe(["Inconclusive", "Pass", "Inconclusive", "Pass"]);
        judged.Select(detail => (int?)detail["waitSeconds"]).ShouldBe([ErrorAlarm.DefaultWait(periodSeconds: 1), null, ErrorAlarm.DefaultWait(periodSeconds: 1), null]);
    }

    [Fact]
    public void Traffic_that_is_given_back_is_not_watched() =>
        Told("requests that fail without the alarm seeing it").Where(item => item.Type == DeploymentEvents.TrafficShifted).Select(item => (int)item.Detail["watchSeconds"]!).ShouldBe([5, 0]);

    [Fact]
    public void One_request_is_one()
    {
        RequestText.Counted("2", new RequestCount(1, 0)).ShouldBe("0 of 1 request to version 2 failed");
        RequestText.Counted("2", new RequestCount(5, 1)).ShouldBe("1 of 5 requests to version 2 failed");
    }

    private static List<(string Type, JsonNode Detail)> Told(string scenario)
    {
        using var world = Scenarios.All.Single(one => one.Name == scenario).Run();
        return [.. world.Events.Select(item => ((string)item["detailType"]!, item["detail"]!))];
    }
}
