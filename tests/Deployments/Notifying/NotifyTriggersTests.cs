using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Deployments.Notifying;
using Sluice.Deployments.Tests.World;
using Sluice.Platform.Json;

namespace Sluice.Deployments.Tests.Notifying;

/// <summary>What the triggers of a group tell of a deployment that really runs.</summary>
public sealed class NotifyTriggersTests
{
    private const string Topic = "arn:aws:sns:us-east-1:123456789012:releases";

    private static readonly TriggerEventType[] _all = Enum.GetValues<TriggerEventType>();

    [Fact]
    public void A_deployment_that_succeeds_is_told_from_its_start_to_its_end()
    {
        using var shop = Shop(Trigger("all", _all));

        var (id, told) = Run(shop);

        told.Select(message => (string)message["subject"]!).ShouldBe(
        [
            $"CREATED: AWS CodeDeploy {id} in us-east-1 to shop",
            $"IN_PROGRESS: AWS CodeDeploy {id} on fn in us-east-1",
            $"SUCCEEDED: AWS CodeDeploy {id} in us-east-1 to shop",
            $"SUCCEEDED: AWS CodeDeploy {id} on fn in us-east-1",
        ]);
        told.ShouldAllBe(message => (string)message["topicArn"]! == Topic);
        var end = JsonNode.Parse((string)told[2]["message"]!)!;
        end.AsObject().Select(member => member.Key).ShouldBe(["region", "accountId", "eventTriggerName", "applicationName", "deploymentId", "deploymentGroupName", "createTime", "completeTime", "deploymentOverview", "status"]);
        end.AsObject().ShouldAllBe(member => member.Value!.GetValueKind() == JsonValueKind.String);
        ((string?)end["region"], (string?)end["accountId"], (string?)end["eventTriggerName"], (string?)end["deploymentGroupName"], (string?)end["status"]).ShouldBe(("us-east-1", "123456789012", "all", "live", "SUCCEEDED"));
        ((string?)end["createTime"]).ShouldBe("Thu Jan 01 00:00:00 UTC 2026");
        ((string?)end["deploymentOverview"]).ShouldBe("""{"Succeeded":1,"Failed":0,"Skipped":0,"InProgress":0,"Pending":0}""");
        var target = JsonNode.Parse((string)told[3]["message"]!)!;
        ((string?)target["instanceId"], (string?)target["instanceStatus"]).ShouldBe(("fn", "SUCCEEDED"));
        JsonNode.Parse((string)target["lifecycleEvents"]!)![0]!["LifecycleEventStatus"]!.GetValue<string>().ShouldBe("Succeeded");
    }

    [Fact]
    public void A_trigger_is_told_what_it_names_and_nothing_else()
    {
        using var shop = Shop(Trigger("starts", TriggerEventType.DeploymentStart), Trigger("ends", TriggerEventType.DeploymentSuccess, TriggerEventType.DeploymentFailure), Trigger("failures", TriggerEventType.DeploymentFailure));

        var (_, told) = Run(shop);

        told.Select(message => (string)JsonNode.Parse((string)message["message"]!)!["eventTriggerName"]!).ShouldBe(["starts", "ends"]);
    }

    [Fact]
    public void An_event_that_comes_again_is_not_told_again()
    {
        using var shop = Shop(Trigger("all", _all));
        var (_, told) = Run(shop);

        shop.World.Time.Run(() => NotifyAsync(shop));

        Told(shop).Count.ShouldBe(told.Count);
    }

    [Fact]
    public void A_failure_says_why_and_what_became_of_it()
    {
        using var shop = Shop(Trigger("all", TriggerEventType.DeploymentFailure, TriggerEventType.DeploymentStop, TriggerEventType.DeploymentRollback));
        List<JsonNode> told = [];

        shop.World.Time.Run(async () =>
        {
            var id = await shop.CreateAsync();
            await shop.World.DelayAsync(2);
            await shop.StopAsync(id, rollback: true);
            await shop.World.CompleteAsync();
            await NotifyAsync(shop);
            told = Told(shop);
        });

        told.Select(message => ((string)message["subject"]!).Split(':')[0]).Order(StringComparer.Ordinal).ShouldBe(["CREATED", "STOPPED"]);
        var stopped = JsonNode.Parse((string)told.Single(message => ((string)message["subject"]!).StartsWith("STOPPED", StringComparison.Ordinal))["message"]!)!;
        JsonNode.Parse((string)stopped["errorInformation"]!)!["ErrorCode"]!.GetValue<string>().ShouldBe("MANUAL_STOP");
        JsonNode.Parse((string)stopped["rollbackInformation"]!)!["RollbackDeploymentId"].ShouldNotBeNull();
    }

    [Fact]
    public void A_group_without_triggers_and_an_event_of_nothing_known_tell_nobody()
    {
        using var shop = Shop();
        var (_, told) = Run(shop);
        told.ShouldBeEmpty();

        shop.World.Time.Run(() => shop.World.Get<NotifyTriggers>().RunAsync(new StateChangeEvent("CodeDeploy Deployment State-change Notification", default, new StateChange("d-NONE", "START", 1, null))));
        shop.World.Time.Run(() => shop.World.Get<NotifyTriggers>().RunAsync(new StateChangeEvent("x", default, null)));
    }

    private static Shop Shop(params TriggerConfig[] triggers) => new(settings: new GroupSettings { DeploymentConfigName = "Steps.10@5s,50@5s", TriggerConfigurations = triggers.Length == 0 ? null : triggers });

    private static TriggerConfig Trigger(string name, params TriggerEventType[] events) => new() { TriggerName = name, TriggerTargetArn = Topic, TriggerEvents = events };

    private static (string Id, List<JsonNode> Told) Run(Shop shop) => shop.World.Time.Run(async () =>
    {
        var id = await shop.CreateAsync();
        await shop.World.CompleteAsync();
        await NotifyAsync(shop);
        return (id, Told(shop));
    });

    /// <summary>Delivers each event that the rule takes, as EventBridge does.</summary>
    private static async Task NotifyAsync(Shop shop)
    {
        foreach (var happened in shop.World.Events.Where(happened => ((string)happened["detailType"]!).EndsWith("State-change Notification", StringComparison.Ordinal)).ToList())
        {
            var delivered = new JsonObject { ["detail-type"] = happened["detailType"]!.DeepClone(), ["time"] = happened["time"]!.DeepClone(), ["detail"] = happened["detail"]!.DeepClone() };
            delivered["detail"]!["sequence"] = happened["sequence"]!.DeepClone();
            await shop.World.Get<NotifyTriggers>().RunAsync(delivered.Deserialize<StateChangeEvent>(SluiceJson.Options)!, TestContext.Current.CancellationToken);
        }
    }

    private static List<JsonNode> Told(Shop shop) =>
        [.. shop.World.Events.Where(happened => (string?)happened["detail"]?["machine"] == "notify").Select(happened => happened["detail"]!["input"]!)];
}
