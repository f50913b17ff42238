using System.Text.Json.Nodes;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Api.Groups;

public sealed class GroupTests : IDisposable
{
    private readonly ApiWorld _api = new();

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task A_group_for_servers_has_the_original_s_defaults()
    {
        await _api.CreateGroupAsync("shop", "Server");
        var group = await _api.GroupAsync("shop");
        ((string)group["deploymentConfigName"]!).ShouldBe("CodeDeployDefault.OneAtATime");
        group["deploymentStyle"].ShouldSay("""{"deploymentType":"IN_PLACE","deploymentOption":"WITHOUT_TRAFFIC_CONTROL"}""");
        ((string)group["outdatedInstancesStrategy"]!).ShouldBe("UPDATE");
        ((bool)group["terminationHookEnabled"]!).ShouldBeFalse();
        ((string)group["computePlatform"]!).ShouldBe("Server");
        ((string)group["serviceRoleArn"]!).ShouldBe(ApiWorld.Role);
        foreach (var absent in new[] { "alarmConfiguration", "autoRollbackConfiguration", "loadBalancerInfo", "blueGreenDeploymentConfiguration", "targetRevision", "lastSuccessfulDeployment" })
        {
            group[absent].ShouldBeNull(absent);
        }
    }

    [Theory]
    [InlineData("Server")]
    [InlineData("Lambda")]
    [InlineData("ECS")]
    public async Task Lists_that_nobody_said_are_answered_empty(string platform)
    {
        await _api.CreateGroupAsync("shop", platform);

        var group = await _api.GroupAsync("shop");
        foreach (var list in new[] { "ec2TagFilters", "onPremisesInstanceTagFilters", "autoScalingGroups", "triggerConfigurations" })
        {
            group[list].ShouldNotBeNull(list).AsArray().ShouldBeEmpty(list);
        }
    }

    [Fact]
    public async Task Waits_that_nobody_said_are_answered_as_none()
    {
        await _api.CreateGroupAsync(
            "shop", "ECS", "{'blueGreenDeploymentConfiguration':{'terminateBlueInstancesOnDeploymentSuccess':{},'deploymentReadyOption':{'actionOnTimeout':'CONTINUE_DEPLOYMENT'}}}");

        (await _api.GroupAsync("shop"))["blueGreenDeploymentConfiguration"].ShouldSay(
            """{"terminateBlueInstancesOnDeploymentSuccess":{"action":"TERMINATE","terminationWaitTimeInMinutes":0},"deploymentReadyOption":{"actionOnTimeout":"CONTINUE_DEPLOYMENT","waitTimeInMinutes":0}}""");
    }

    [Theory]
    [InlineData("Server", "CreateDeploymentGroup", "{}")]
    [InlineData("Server", "CreateDeploymentGroup", "{'deploymentType':'BLUE_GREEN'}")]
    [InlineData("Server", "UpdateDeploymentGroup", "{'deploymentOption':'WITHOUT_TRAFFIC_CONTROL'}")]
    [InlineData("Lambda", "CreateDeploymentGroup", "{'deploymentType':'BLUE_GREEN'}")]
    [InlineData("ECS", "UpdateDeploymentGroup", "{}")]
    public async Task Half_a_style_is_refused(string platform, string operation, string style)
    {
        await _api.CreateGroupAsync("shop", platform);
        var input = ApiWorld.GroupInput("shop", platform, $"{{'deploymentStyle':{style},'currentDeploymentGroupName':'live'}}", name: "other");
        input.Remove(operation[0] == 'C' ? "currentDeploymentGroupName" : "deploymentGroupName");

        var (code, message) = await _api.RefusedAsync(operation, input);

        code.ShouldBe("InvalidDeploymentStyleException");
        message.ShouldContain("Deployment type or deployment option cannot be null or empty");
    }

    [Theory]
    [InlineData("Lambda", "CodeDeployDefault.LambdaAllAtOnce")]
    [InlineData("ECS", "CodeDeployDefault.ECSAllAtOnce")]
    public async Task A_group_that_names_no_configuration_has_its_platform_s(string platform, string name)
    {
        await _api.CreateGroupAsync("shop", platform);
        ((string)(await _api.GroupAsync("shop"))["deploymentConfigName"]!).ShouldBe(name);
    }

    [Fact]
    public async Task All_that_is_said_of_a_group_is_told_again()
    {
        const string said = """
            {'deploymentConfigName':'CodeDeployDefault.HalfAtATime',
             'deploymentStyle':{'deploymentType':'BLUE_GREEN','deploymentOption':'WITH_TRAFFIC_CONTROL'},
             'loadBalancerInfo':{'elbInfoList':[{'name':'lb'}],'targetGroupInfoList':[{'name':'tg'}]},
             'blueGreenDeploymentConfiguration':{'terminateBlueInstancesOnDeploymentSuccess':{'action':'TERMINATE','terminationWaitTimeInMinutes':2880},
                'deploymentReadyOption':{'actionOnTimeout':'STOP_DEPLOYMENT','waitTimeInMinutes':60},'greenFleetProvisioningOption':{'action':'COPY_AUTO_SCALING_GROUP'}},
             'ec2TagSet':{'ec2TagSetList':[[{'Key':'a','Value':'b','Type':'KEY_AND_VALUE'},{'Key':'c','Type':'KEY_ONLY'}],[{'Value':'d','Type':'VALUE_ONLY'}]]},
             'onPremisesInstanceTagFilters':[{'Key':'a','Value':'b','Type':'KEY_AND_VALUE'}],
             'alarmConfiguration':{'enabled':true,'ignorePollAlarmFailure':true,'alarms':[{'name':'high'},{'name':'low'}]},
             'autoRollbackConfiguration':{'enabled':true,'events':['DEPLOYMENT_FAILURE','DEPLOYMENT_STOP_ON_ALARM']},
             'triggerConfigurations':[{'triggerName':'t','triggerTargetArn':'arn:aws:sns:us-east-1:123456789012:topic','triggerEvents':['DeploymentFailure']}],
             'outdatedInstancesStrategy':'IGNORE','terminationHookEnabled':true,'queueDeployments':true}
            """;
        await _api.CreateGroupAsync("shop", "Server", said.Insert(said.IndexOf('{') + 1, "'autoScalingGroups':['fleet'],"));
        var group = await _api.GroupAsync("shop");
        foreach (var (member, value) in ApiWorld.Json(said))
        {
            JsonNode.DeepEquals(group[member], value).ShouldBeTrue($"{member}: {group[member]?.ToJsonString()}");
        }

        group["autoScalingGroups"]!.ToJsonString().ShouldBe("""[{"name":"fleet"}]""");
    }

    [Fact]
    public async Task Alarms_and_events_that_are_switched_off_stay()
    {
        await _api.CreateGroupAsync("shop", more: "{'alarmConfiguration':{'enabled':false,'alarms':[{'name':'a'}]},'autoRollbackConfiguration':{'enabled':false,'events':['DEPLOYMENT_FAILURE']}}");
        var group = await _api.GroupAsync("shop");
        group["alarmConfiguration"].ShouldSay("""{"enabled":false,"ignorePollAlarmFailure":false,"alarms":[{"name":"a"}]}""");
        group["autoRollbackConfiguration"]!.ToJsonString().ShouldBe("""{"enabled":false,"events":["DEPLOYMENT_FAILURE"]}""");
    }

    [Fact]
    public async Task A_rollback_that_is_switched_off_is_told_so()
    {
        await _api.CreateGroupAsync("shop", more: "{'autoRollbackConfiguration':{'enabled':false}}");

        (await _api.GroupAsync("shop"))["autoRollbackConfiguration"]!.ToJsonString().ShouldBe("""{"enabled":false,"events":[]}""");
    }

    [Fact]
    public async Task A_deleted_group_is_gone_and_deleting_it_again_is_no_error()
    {
        await _api.CreateGroupAsync("shop");
        const string live = "{'applicationName':'shop','deploymentGroupName':'live'}";
        (await _api.CallAsync("DeleteDeploymentGroup", live))["hooksNotCleanedUp"]!.AsArray().ShouldBeEmpty();
        (await _api.RefusedAsync("GetDeploymentGroup", live)).Code.ShouldBe("DeploymentGroupDoesNotExistException");
        await _api.CallAsync("DeleteDeploymentGroup", live);
        await _api.CallAsync("DeleteDeploymentGroup", "{'applicationName':'nothing','deploymentGroupName':'live'}");
    }

    [Fact]
    public async Task Groups_are_listed_in_pages_in_the_order_of_their_names()
    {
        await _api.CreateApplicationAsync("shop");
        foreach (var n in Enumerable.Range(0, 110))
        {
            await _api.CallAsync("CreateDeploymentGroup", ApiWorld.GroupInput("shop", "Lambda", name: $"g-{n:D3}"));
        }

        var first = await _api.CallAsync("ListDeploymentGroups", "{'applicationName':'shop'}");
        var second = await _api.CallAsync("ListDeploymentGroups", $"{{'applicationName':'shop','nextToken':'{first["nextToken"]}'}}");
        first["deploymentGroups"]!.AsArray().Concat(second["deploymentGroups"]!.AsArray()).Select(name => (string)name!)
            .ShouldBe(Enumerable.Range(0, 110).Select(n => $"g-{n:D3}"));
        ((string)second["applicationName"]!).ShouldBe("shop");
        (await _api.RefusedAsync("ListDeploymentGroups", "{'applicationName':'shop','nextToken':'x'}")).Code.ShouldBe("InvalidNextTokenException");
        (await _api.RefusedAsync("ListDeploymentGroups", "{'applicationName':'nothing'}")).Code.ShouldBe("ApplicationDoesNotExistException");
    }

    [Fact]
    public async Task Several_groups_are_told_of_at_once_and_missing_ones_named()
    {
        await _api.CreateGroupAsync("shop");
        var told = await _api.CallAsync("BatchGetDeploymentGroups", "{'applicationName':'shop','deploymentGroupNames':['live','one','two']}");
        told["deploymentGroupsInfo"]!.AsArray().Select(one => (string)one!["deploymentGroupName"]!).ShouldBe(["live"]);
        ((string)told["errorMessage"]!).ShouldBe("No deployment groups are named one, two.");
        (await _api.RefusedAsync("BatchGetDeploymentGroups", "{'applicationName':'nothing','deploymentGroupNames':['live']}")).Code.ShouldBe("ApplicationDoesNotExistException");
        (await _api.RefusedAsync("BatchGetDeploymentGroups", "{'applicationName':'shop'}")).Code.ShouldBe("DeploymentGroupNameRequiredException");
        var names = string.Join(',', Enumerable.Range(0, 101).Select(n => $"'g{n}'"));
        (await _api.RefusedAsync("BatchGetDeploymentGroups", $"{{'applicationName':'shop','deploymentGroupNames':[{names}]}}")).Code.ShouldBe("BatchLimitExceededException");
    }
}
