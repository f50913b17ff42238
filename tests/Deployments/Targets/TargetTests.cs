using Sluice.Deployments.Api.Targets;
using Sluice.Deployments.Runs;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Targets;

public sealed class TargetTests
{
    private const string Hooks = "Hooks:\n  - BeforeAllowTraffic: hook\n  - AfterAllowTraffic: hook\n";

    [Fact]
    public void A_target_shows_its_lifecycle_and_its_weight_as_they_go()
    {
        using var shop = new Shop();
        shop.World.AddHook(shop.World.ReportAsync);

        shop.World.Time.Run(async () =>
        {
            var id = await shop.CreateAsync(Shop.Ask(more: Hooks));
            await shop.World.DelayAsync(2);
            var going = (await GetAsync(shop, id)).LambdaTarget!;
            Events(going).ShouldBe("BeforeAllowTraffic Succeeded, AllowTraffic InProgress, AfterAllowTraffic Pending");
            (going.Status, going.TargetArn).ShouldBe((TargetStatus.InProgress, "arn:aws:lambda:us-east-1:123456789012:function:fn:live"));
            going.LambdaFunctionInfo.ShouldBe(new LambdaFunctionInfo
            {
                FunctionName = "fn",
                FunctionAlias = "live",
                CurrentVersion = "1",
                TargetVersion = "2",
                TargetVersionWeight = 10,
            });
            going.LifecycleEvents![0].Diagnostics!.ShouldBe(new Diagnostics { ErrorCode = LifecycleErrorCode.Success, ScriptName = "hook" });

            await shop.World.CompleteAsync();
            var ended = (await GetAsync(shop, id)).LambdaTarget!;
            Events(ended).ShouldBe("BeforeAllowTraffic Succeeded, AllowTraffic Succeeded, AfterAllowTraffic Succeeded");
            (ended.Status, ended.LambdaFunctionInfo!.TargetVersionWeight).ShouldBe((TargetStatus.Succeeded, 100));
            ended.LifecycleEvents!.ShouldAllBe(happened => happened.StartTime <= happened.EndTime);
        });
    }

    [Fact]
    public void A_version_that_was_live_already_has_all_the_traffic()
    {
        using var shop = new Shop();

        var target = shop.World.Time.Run(async () =>
        {
            var id = await shop.CreateAsync(Shop.Ask(target: "1"));
            await shop.World.CompleteAsync();
            return (await GetAsync(shop, id)).LambdaTarget!;
        });

        (target.Status, target.LambdaFunctionInfo).ShouldBe((TargetStatus.Succeeded, new LambdaFunctionInfo
        {
            FunctionName = "fn",
            FunctionAlias = "live",
            CurrentVersion = "1",
            TargetVersion = "1",
            TargetVersionWeight = 100,
        }));
    }

    [Fact]
    public void Events_without_hooks_are_passed()
    {
        using var shop = new Shop();

        var target = shop.World.Time.Run(async () =>
        {
            var id = await shop.CreateAsync();
            await shop.World.CompleteAsync();
            return (await GetAsync(shop, id)).LambdaTarget!;
        });

        Events(target).ShouldBe("BeforeAllowTraffic Succeeded, AllowTraffic Succeeded, AfterAllowTraffic Succeeded");
        target.LifecycleEvents![0].StartTime.ShouldBe(target.LifecycleEvents![1].StartTime);
    }

    [Theory]
    [InlineData("Failed", LifecycleErrorCode.ScriptFailed, "reported Failed")]
    [InlineData(null, LifecycleErrorCode.ScriptTimedOut, "did not report within 3600 s")]
    public void A_failed_hook_shows_why_and_what_follows_is_skipped(string? report, LifecycleErrorCode code, string says)
    {
        using var shop = new Shop();
        shop.World.AddHook(payload => report is null ? Task.FromResult<System.Text.Json.Nodes.JsonNode?>(null) : shop.World.ReportAsync(payload, report));

        var target = shop.World.Time.Run(async () =>
        {
            var id = await shop.CreateAsync(Shop.Ask(more: Hooks));
            await shop.World.CompleteAsync();
            return (await GetAsync(shop, id)).LambdaTarget!;
        });

        Events(target).ShouldBe("BeforeAllowTraffic Failed, AllowTraffic Skipped, AfterAllowTraffic Skipped");
        target.Status.ShouldBe(TargetStatus.Failed);
        var diagnostics = target.LifecycleEvents![0].Diagnostics.ShouldNotBeNull();
        (diagnostics.ErrorCode, diagnostics.ScriptName).ShouldBe((code, "hook"));
        diagnostics.Message.ShouldNotBeNull().ShouldContain(says);
    }

    [Fact]
    public void A_rollback_shows_the_traffic_that_it_gave_back()
    {
        using var shop = new Shop();

        shop.World.Time.Run(async () =>
        {
            var id = await shop.CreateAsync();
            await shop.World.DelayAsync(2);
            await shop.StopAsync(id);
            await shop.World.CompleteAsync();
            var stopped = (await GetAsync(shop, id)).LambdaTarget!;
            Events(stopped).ShouldBe("BeforeAllowTraffic Succeeded, AllowTraffic Failed, AfterAllowTraffic Skipped");
            stopped.LambdaFunctionInfo.ShouldBe(new LambdaFunctionInfo
            {
                FunctionName = "fn",
                FunctionAlias = "live",
                CurrentVersion = "1",
                TargetVersion = "2",
                TargetVersionWeight = 0,
            });
            var rollback = (await GetAsync(shop, RollbackId.Of(id))).LambdaTarget!;
            Events(rollback).ShouldBe("AllowTraffic Succeeded");
            rollback.LambdaFunctionInfo.ShouldBe(new LambdaFunctionInfo
            {
                FunctionName = "fn",
                FunctionAlias = "live",
                CurrentVersion = "2",
                TargetVersion = "1",
                TargetVersionWeight = 100,
            });
        });
    }

    [Fact]
    public void Targets_are_listed_and_found_by_the_newer_and_the_older_operations()
    {
        using var shop = new Shop();
        var world = shop.World;

        world.Time.Run(async () =>
        {
            var id = await shop.CreateAsync();
            await world.CompleteAsync();
            (await Shop.RunAsync(world.Get<ListDeploymentTargets>(), new ListDeploymentTargetsInput { DeploymentId = id })).TargetIds.ShouldBe(["fn"]);
            (await Shop.RunAsync(world.Get<ListDeploymentTargets>(), new ListDeploymentTargetsInput { DeploymentId = id, TargetFilters = Filter("TargetStatus", "Failed") })).TargetIds.ShouldBeEmpty();
            (await Shop.RunAsync(world.Get<BatchGetDeploymentTargets>(), new BatchGetDeploymentTargetsInput { DeploymentId = id, TargetIds = ["fn"] })).DeploymentTargets.ShouldHaveSingleItem();
            (await Shop.RunAsync(world.Get<ListDeploymentInstances>(), new ListDeploymentInstancesInput { DeploymentId = id, InstanceStatusFilter = [InstanceStatus.Succeeded] })).InstancesList.ShouldBe(["fn"]);
            (await Shop.RunAsync(world.Get<ListDeploymentInstances>(), new ListDeploymentInstancesInput { DeploymentId = id, InstanceTypeFilter = [InstanceType.Blue] })).InstancesList.ShouldBeEmpty();
            (await Shop.RunAsync(world.Get<GetDeploymentInstance>(), new GetDeploymentInstanceInput { DeploymentId = id, InstanceId = "fn" })).InstanceSummary!.Status.ShouldBe(InstanceStatus.Succeeded);
            var batch = await Shop.RunAsync(world.Get<BatchGetDeploymentInstances>(), new BatchGetDeploymentInstancesInput { DeploymentId = id, InstanceIds = ["fn", "other"] });
            batch.InstancesSummary.ShouldHaveSingleItem();
            batch.ErrorMessage.ShouldNotBeNull().ShouldContain("no instance other");
        });
    }

    [Fact]
    public void What_is_asked_wrong_is_refused()
    {
        using var shop = new Shop();
        var (targets, one, many) = (shop.World.Get<ListDeploymentTargets>(), shop.World.Get<GetDeploymentTarget>(), shop.World.Get<BatchGetDeploymentTargets>());
        var id = shop.World.Time.Run(() => shop.CreateAsync());
        shop.Refuses("DeploymentNotStartedException", "is Created", () => Shop.RunAsync(targets, new ListDeploymentTargetsInput { DeploymentId = id }));
        shop.World.Time.Run(shop.World.CompleteAsync);

        shop.Refuses("InvalidDeploymentIdException", "'x'", () => Shop.RunAsync(one, new GetDeploymentTargetInput { DeploymentId = "x", TargetId = "fn" }));
        shop.Refused<DeploymentDoesNotExistException>(() => Shop.RunAsync(one, new GetDeploymentTargetInput { DeploymentId = "d-000000000", TargetId = "fn" }));
        shop.Refuses("DeploymentTargetIdRequiredException", "no target", () => Shop.RunAsync(one, new GetDeploymentTargetInput { DeploymentId = id, TargetId = "" }));
        shop.Refuses("DeploymentTargetDoesNotExistException", "'other'; it has 'fn'", () => Shop.RunAsync(one, new GetDeploymentTargetInput { DeploymentId = id, TargetId = "other" }));
        shop.Refuses("DeploymentTargetDoesNotExistException", "'other'", () => Shop.RunAsync(many, new BatchGetDeploymentTargetsInput { DeploymentId = id, TargetIds = ["fn", "other"] }));
        shop.Refuses("DeploymentTargetIdRequiredException", "no target", () => Shop.RunAsync(many, new BatchGetDeploymentTargetsInput { DeploymentId = id, TargetIds = [] }));
        shop.Refuses("DeploymentTargetListSizeExceededException", "at most 25", () => Shop.RunAsync(many, new BatchGetDeploymentTargetsInput { DeploymentId = id, TargetIds = [.. Enumerable.Repeat("fn", 26)] }));
        shop.Refuses("InvalidNextTokenException", "one page", () => Shop.RunAsync(targets, new ListDeploymentTargetsInput { DeploymentId = id, NextToken = "token" }));
        shop.Refuses("InvalidTargetFilterNameException", "'Name'", () => Shop.RunAsync(targets, new ListDeploymentTargetsInput { DeploymentId = id, TargetFilters = Filter("Name", "x") }));
        shop.Refuses("InvalidInstanceStatusException", "'Gone'", () => Shop.RunAsync(targets, new ListDeploymentTargetsInput { DeploymentId = id, TargetFilters = Filter("TargetStatus", "Gone") }));
        shop.Refuses("InvalidDeploymentInstanceTypeException", "'Red'", () => Shop.RunAsync(targets, new ListDeploymentTargetsInput { DeploymentId = id, TargetFilters = Filter("ServerInstanceLabel", "Red") }));
        var (get, batch) = (shop.World.Get<GetDeploymentInstance>(), shop.World.Get<BatchGetDeploymentInstances>());
        shop.Refuses("InstanceIdRequiredException", "no instance", () => Shop.RunAsync(get, new GetDeploymentInstanceInput { DeploymentId = id, InstanceId = "" }));
        shop.Refuses("InstanceDoesNotExistException", "'other'", () => Shop.RunAsync(get, new GetDeploymentInstanceInput { DeploymentId = id, InstanceId = "other" }));
        shop.Refuses("InstanceIdRequiredException", "no instance", () => Shop.RunAsync(batch, new BatchGetDeploymentInstancesInput { DeploymentId = id, InstanceIds = [] }));
        shop.Refuses("BatchLimitExceededException", "at most 25", () => Shop.RunAsync(batch, new BatchGetDeploymentInstancesInput { DeploymentId = id, InstanceIds = [.. Enumerable.Repeat("fn", 26)] }));
    }

    private static Dictionary<string, IReadOnlyList<string>> Filter(string name, string value) => new() { [name] = [value] };

    private static string Events(LambdaTarget target) => string.Join(", ", target.LifecycleEvents!.Select(happened => $"{happened.LifecycleEventName} {happened.Status}"));

    private static async Task<DeploymentTarget> GetAsync(Shop shop, string id) =>
        (await Shop.RunAsync(shop.World.Get<GetDeploymentTarget>(), new GetDeploymentTargetInput { DeploymentId = id, TargetId = "fn" })).DeploymentTarget!;
}
