using Sluice.Deployments.ControlPlane.Groups;
using Sluice.Deployments.ControlPlane.Revisions;
using Sluice.Deployments.Platforms.Lambda;
using Sluice.Deployments.Revisions;
using Sluice.Deployments.Runs;
using Sluice.Deployments.Tests.World;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Tests.ControlPlane.Deployments;

public sealed class CreateDeploymentTests
{
    [Fact]
    public void A_deployment_moves_the_alias_and_is_told_of()
    {
        using var shop = new Shop();

        var info = shop.World.Time.Run(async () =>
        {
            var id = await shop.CreateAsync(Shop.Ask() with { Description = "the second" });
            (await shop.GetAsync(id)).Status.ShouldBe(DeploymentStatus.Created);
            await shop.World.CompleteAsync();
            return await shop.GetAsync(id);
        });

        shop.World.Alias().ShouldBe("2");
        (info.Status, info.Outcome, info.Creator, info.ComputePlatform).ShouldBe((DeploymentStatus.Succeeded, "Succeeded", DeploymentCreator.user, ComputePlatform.Lambda));
        (info.ApplicationName, info.DeploymentGroupName, info.DeploymentConfigName, info.Description).ShouldBe(("shop", "live", "Steps.10@5s,50@5s", "the second"));
        info.DeploymentOverview.ShouldBe(new DeploymentOverview { Pending = 0, InProgress = 0, Succeeded = 1, Failed = 0, Skipped = 0, Ready = 0 });
        info.Revision!.AppSpecContent!.Sha256.ShouldBe(RevisionIdentity.Sha256Of(Shop.AppSpec()));
        info.Revision.AppSpecContent.Content.ShouldBeNull("GetApplicationRevision has it, as in the original");
        (info.PreviousRevision, info.ErrorInformation, info.RollbackInfo).ShouldBe((null, null, null));
    }

    [Fact]
    public void The_revision_is_registered_and_counts_as_used()
    {
        using var shop = new Shop();

        var revision = shop.World.Time.Run(async () =>
        {
            await shop.CreateAsync();
            return await shop.World.Get<RevisionStore>().FindAsync("application-id", Shop.Inline(Shop.AppSpec()));
        });

        revision!.FirstUsedTime.ShouldNotBeNull();
        revision.Revision.AppSpecContent!.Content.ShouldBe(Shop.AppSpec());
    }

    [Fact]
    public void The_group_shows_its_last_deployments_and_the_next_one_knows_the_revision_before()
    {
        using var shop = new Shop();

        shop.World.Time.Run(async () =>
        {
            var first = await shop.CreateAsync();
            (await ActivityAsync(shop)).LastAttempted!.Status.ShouldBe(DeploymentStatus.Created);
            await shop.World.CompleteAsync();
            var second = await shop.CreateAsync(Shop.Ask("3"));
            await shop.World.CompleteAsync();

            var activity = await ActivityAsync(shop);
            activity.ActiveDeploymentId.ShouldBeNull();
            (activity.LastAttempted!.DeploymentId, activity.LastSuccessful!.DeploymentId, activity.LastSuccessful.Status).ShouldBe((second, second, DeploymentStatus.Succeeded));
            activity.TargetRevision!.AppSpecContent!.Sha256.ShouldBe(RevisionIdentity.Sha256Of(Shop.AppSpec("3")));
            (await shop.GetAsync(second)).PreviousRevision.ShouldBe((await shop.GetAsync(first)).Revision);
        });
    }

    [Fact]
    public void Without_a_revision_the_groups_own_is_deployed_again()
    {
        using var shop = new Shop();
        var again = Shop.Ask() with { Revision = null, UpdateOutdatedInstancesOnly = true };

        shop.Refuses("RevisionDoesNotExistException", "has no target revision yet", () => shop.CreateAsync(again));
        var info = shop.World.Time.Run(async () =>
        {
            await shop.CreateAsync();
            await shop.World.CompleteAsync();
            var id = await shop.CreateAsync(again);
            await shop.World.CompleteAsync();
            return await shop.GetAsync(id);
        });

        info.Status.ShouldBe(DeploymentStatus.Succeeded);
        info.DeploymentStatusMessages!.ShouldHaveSingleItem().ShouldContain("nothing to shift");
    }

    [Theory]
    [InlineData(null, null, "CodeDeployDefault.LambdaAllAtOnce")]
    [InlineData("Steps.20@5s", null, "Steps.20@5s")]
    [InlineData("Steps.20@5s", "Steps.30@5s", "Steps.30@5s")]
    public void The_configuration_is_the_requests_or_the_groups_or_the_platforms(string? ofGroup, string? asked, string expected)
    {
        using var shop = new Shop(settings: new GroupSettings { DeploymentConfigName = ofGroup });

        var info = shop.World.Time.Run(async () => await shop.GetAsync(await shop.CreateAsync(Shop.Ask() with { DeploymentConfigName = asked })));

        info.DeploymentConfigName.ShouldBe(expected);
    }

    [Fact]
    public void A_group_whose_rollback_is_switched_off_is_left_as_it_is_by_an_alarm()
    {
        using var shop = new Shop(settings: GroupNormal.New(new LambdaComputePlatform(), new GroupSettings
        {
            DeploymentConfigName = "Steps.10@1m",
            AlarmConfiguration = new AlarmConfiguration { Enabled = true, Alarms = [new Alarm { Name = "errors" }] },
            AutoRollbackConfiguration = new AutoRollbackConfiguration { Enabled = false },
        }));
        shop.World.CloudWatch.Metric["errors"] = "OK";

        var info = shop.World.Time.Run(async () =>
        {
            var id = await shop.CreateAsync();
            await shop.World.AtAsync(30, () => shop.World.AlarmAsync("errors"));
            await shop.World.CompleteAsync();
            return await shop.GetAsync(id);
        });

        (info.Status, info.Outcome).ShouldBe((DeploymentStatus.Stopped, "Dirty"));
        shop.World.Alias().ShouldBe("1 2:10%");
        shop.World.Lambda.Changes.ShouldBe(["fn:live 1 2:10%"]);
    }

    [Fact]
    public void The_requests_alarms_and_rollback_are_instead_of_the_groups()
    {
        using var shop = new Shop(settings: new GroupSettings
        {
            AlarmConfiguration = new AlarmConfiguration { Enabled = true, Alarms = [new Alarm { Name = "errors" }] },
            AutoRollbackConfiguration = new AutoRollbackConfiguration { Enabled = true, Events = [AutoRollbackEvent.DEPLOYMENT_FAILURE] },
        });
        shop.World.CloudWatch.Metric["errors"] = "ALARM";
        var request = Shop.Ask() with
        {
            OverrideAlarmConfiguration = new AlarmConfiguration { Enabled = false },
            AutoRollbackConfiguration = new AutoRollbackConfiguration { Enabled = true, Events = [AutoRollbackEvent.DEPLOYMENT_STOP_ON_REQUEST] },
        };

        var (info, record) = shop.World.Time.Run(async () =>
        {
            var id = await shop.CreateAsync(request);
            await shop.World.CompleteAsync();
            return (await shop.GetAsync(id), await shop.World.Get<DeploymentStore>().GetAsync(id));
        });

        info.Status.ShouldBe(DeploymentStatus.Succeeded, "a fix ships though an alarm fires");
        info.AutoRollbackConfiguration!.Events.ShouldBe([AutoRollbackEvent.DEPLOYMENT_STOP_ON_REQUEST]);
        info.OverrideAlarmConfiguration!.Enabled.ShouldBe(false);
        (record.Plan.Rollback.OnFailure, record.Plan.Rollback.OnRequest).ShouldBe((false, true));
    }

    [Fact]
    public void What_is_not_there_is_named()
    {
        using var shop = new Shop();

        shop.Refuses("ApplicationDoesNotExistException", "'other'", () => shop.CreateAsync(Shop.Ask() with { ApplicationName = "other" }));
        shop.Refuses("DeploymentGroupNameRequiredException", "deploymentGroupName", () => shop.CreateAsync(Shop.Ask() with { DeploymentGroupName = null }));
        shop.Refuses("DeploymentGroupDoesNotExistException", "'other'", () => shop.CreateAsync(Shop.Ask() with { DeploymentGroupName = "other" }));
        shop.Refuses("DeploymentConfigDoesNotExistException", "'other'", () => shop.CreateAsync(Shop.Ask() with { DeploymentConfigName = "other" }));
        shop.Refuses("InvalidDeploymentConfigNameException", "for the compute platform ECS", () => shop.CreateAsync(Shop.Ask() with { DeploymentConfigName = "CodeDeployDefault.ECSAllAtOnce" }));
        shop.Refuses("InvalidDeploymentConfigNameException", "steps", () => shop.CreateAsync(Shop.Ask() with { DeploymentConfigName = "Steps.50@5s,10@5s" }));
        shop.Refuses("RevisionRequiredException", "no revision", () => shop.CreateAsync(Shop.Ask() with { Revision = null }));
        shop.World.Events.ShouldBeEmpty();
    }

    [Fact]
    public void What_a_request_says_wrong_is_told_by_its_error()
    {
        using var shop = new Shop();
        var eleven = Enumerable.Range(0, 11).Select(n => new Alarm { Name = $"alarm-{n}" }).ToList();

        shop.Refuses("DescriptionTooLongException", "at most 100", () => shop.CreateAsync(Shop.Ask() with { Description = new string('x', 101) }));
        shop.Refuses("AlarmsLimitExceededException", "at most 10", () => shop.CreateAsync(Shop.Ask() with { OverrideAlarmConfiguration = new AlarmConfiguration { Alarms = eleven } }));
        shop.Refuses("InvalidAlarmConfigException", "at least one", () => shop.CreateAsync(Shop.Ask() with { OverrideAlarmConfiguration = new AlarmConfiguration { Enabled = true } }));
        shop.Refuses("InvalidAutoRollbackConfigException", "at least one", () => shop.CreateAsync(Shop.Ask() with { AutoRollbackConfiguration = new AutoRollbackConfiguration { Enabled = true } }));
        shop.Refuses("InvalidTargetInstancesException", "Server only", () => shop.CreateAsync(Shop.Ask() with { TargetInstances = new TargetInstances() }));
        shop.World.Events.ShouldBeEmpty();
    }

    [Fact]
    public void A_group_of_servers_is_kept_and_its_deployment_refused()
    {
        using var shop = new Shop(ComputePlatform.Server, new GroupSettings());
        var bundle = new RevisionLocation
        {
            RevisionType = RevisionLocationType.S3,
            S3Location = new S3Location { Bucket = "bucket", Key = "key.zip", BundleType = BundleType.zip },
        };

        shop.Refuses(CommonErrors.NotImplemented, "servers are not built yet", () => shop.CreateAsync(Shop.Ask() with { Revision = bundle }));
        shop.World.Time.Run(() => shop.ListAsync()).Deployments.ShouldBeEmpty();
    }

    [Fact]
    public void A_refused_request_leaves_no_trace()
    {
        using var shop = new Shop();

        shop.Refuses("InvalidRevisionException", "TargetVersion", () => shop.CreateAsync(Shop.Ask() with { Revision = Shop.Inline("version: 0.0\nResources: [{f: {Type: AWS::Lambda::Function, Properties: {Name: fn, Alias: live}}}]") }));

        shop.World.Time.Run(async () =>
        {
            (await shop.ListAsync()).Deployments.ShouldBeEmpty();
            (await shop.World.Get<RevisionStore>().AllAsync("application-id", default)).ShouldBeEmpty();
            (await ActivityAsync(shop)).LastAttempted.ShouldBeNull();
        });
    }

    private static Task<GroupActivity> ActivityAsync(Shop shop) => shop.World.Get<GroupActivities>().ReadAsync("live-id");
}
