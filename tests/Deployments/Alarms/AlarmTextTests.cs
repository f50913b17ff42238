using System.Text.Json.Nodes;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Alarms;

/// <summary>What a deployment says of the alarm that ended it.</summary>
public sealed class AlarmTextTests
{
    private const string Raw = "Threshold Crossed: 1 out of the last 1 datapoints [33.33 (02/01/26 03:04:05)] was greater than or equal to the threshold (5.0).";

    [Fact]
    public void Its_own_alarm_says_what_it_saw_once() => Message("""{"version":"1.0","recentDatapoints":[33.333333333333336],"threshold":5}""")
        .ShouldBe("fn:live sends 100 % to version 1 again: 33 % of version 2's requests failed (limit 5 %)");

    [Theory]
    [InlineData(null)]
    [InlineData("by hand")]
    [InlineData("""{"recentDatapoints":[]}""")]
    [InlineData("""{"recentDatapoints":["much"]}""")]
    [InlineData("[]")]
    public void One_that_was_set_by_hand_has_its_own_words(string? data) => Message(data).ShouldEndWith($"is in ALARM ({Raw})");

    private static string Message(string? reasonData)
    {
        using var world = new DeploymentWorld();
        world.Lambda.Add("fn");
        var release = new Release { ErrorAlarm = "5%" };
        world.Time.Run(async () =>
        {
            await world.StartAsync(release.Manifest(world.Objects), release.Configuration());
            await world.AtAsync(2, () => world.InvokeAsync("WatchAlarms", new JsonObject
            {
                ["detail-type"] = "CloudWatch Alarm State Change",
                ["detail"] = new JsonObject
                {
                    ["alarmName"] = $"sluice-{world.DeploymentId}",
                    ["state"] = new JsonObject { ["value"] = "ALARM", ["reason"] = Raw, ["reasonData"] = reasonData },
                },
            }));
            await world.CompleteAsync();
        });
        return (string)world.Machines.Actions["action-1"].ShouldHaveSingleItem()!["message"]!;
    }
}
