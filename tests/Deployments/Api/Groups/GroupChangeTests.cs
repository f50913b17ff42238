using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Api.Groups;

public sealed class GroupChangeTests : IDisposable
{
    private const string Update = "'applicationName':'shop','currentDeploymentGroupName':'live'";
    private readonly ApiWorld _api = new();

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task A_change_replaces_what_it_says_and_leaves_the_rest()
    {
        await _api.CreateGroupAsync("shop", "Server", "{'ec2TagFilters':[{'Key':'a','Type':'KEY_ONLY'},{'Key':'b','Type':'KEY_ONLY'}],'autoScalingGroups':['one','two']}");
        await _api.CallAsync("UpdateDeploymentGroup", $"{{{Update},'ec2TagFilters':[{{'Key':'c','Type':'KEY_ONLY'}}]}}");
        var group = await _api.GroupAsync("shop");
        group["ec2TagFilters"]!.ToJsonString().ShouldBe("""[{"Key":"c","Type":"KEY_ONLY"}]""");
        group["autoScalingGroups"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_said_to_be_empty_is_taken_away()
    {
        await _api.CreateGroupAsync(
            "shop",
            "Server",
            """
            {'ec2TagFilters':[{'Key':'a','Type':'KEY_ONLY'}],'onPremisesTagSet':{'onPremisesTagSetList':[[{'Key':'a'}]]},'autoScalingGroups':['one'],
             'alarmConfiguration':{'enabled':true,'alarms':[{'name':'a'}]},
             'triggerConfigurations':[{'triggerName':'t','triggerTargetArn':'arn:aws:sns:us-east-1:1:t','triggerEvents':['DeploymentStart']}],
             'loadBalancerInfo':{'elbInfoList':[{'name':'lb'}]}}
            """);
        const string empty = """
            'ec2TagFilters':[],'onPremisesTagSet':{'onPremisesTagSetList':[]},'autoScalingGroups':[],'alarmConfiguration':{'enabled':false,'alarms':[]},
             'triggerConfigurations':[],'loadBalancerInfo':{}
            """;
        await _api.CallAsync("UpdateDeploymentGroup", $"{{{Update},{empty}}}");
        var group = await _api.GroupAsync("shop");
        foreach (var gone in new[] { "onPremisesTagSet", "alarmConfiguration", "loadBalancerInfo" })
        {
            group[gone].ShouldBeNull(gone);
        }

        foreach (var list in new[] { "autoScalingGroups", "ec2TagFilters", "onPremisesInstanceTagFilters", "triggerConfigurations" })
        {
            group[list]!.AsArray().ShouldBeEmpty(list);
        }
    }

    [Theory]
    [InlineData("{'enabled':false}")]
    [InlineData("{'enabled':false,'events':[]}")]
    public async Task A_rollback_that_is_switched_off_stays_switched_off(string off)
    {
        await _api.CreateGroupAsync("shop", more: "{'autoRollbackConfiguration':{'enabled':true,'events':['DEPLOYMENT_FAILURE']}}");
        await _api.CallAsync("UpdateDeploymentGroup", $"{{{Update},'autoRollbackConfiguration':{off}}}");
        await _api.CallAsync("UpdateDeploymentGroup", $"{{{Update},'serviceRoleArn':'arn:aws:iam::123456789012:role/other'}}");

        (await _api.GroupAsync("shop"))["autoRollbackConfiguration"]!.ToJsonString().ShouldBe("""{"enabled":false,"events":[]}""");
    }

    [Fact]
    public async Task Filters_and_sets_take_each_other_s_place()
    {
        await _api.CreateGroupAsync("shop", "Server", "{'ec2TagFilters':[{'Key':'a','Type':'KEY_ONLY'}]}");
        await _api.CallAsync("UpdateDeploymentGroup", $"{{{Update},'ec2TagSet':{{'ec2TagSetList':[[{{'Key':'a','Type':'KEY_ONLY'}}]]}}}}");
        var group = await _api.GroupAsync("shop");
        group["ec2TagFilters"].ShouldBeNull();
        group["ec2TagSet"].ShouldNotBeNull();
    }

    [Fact]
    public async Task A_renamed_group_keeps_its_id_and_frees_its_name()
    {
        await _api.CreateGroupAsync("shop");
        var id = (string)(await _api.GroupAsync("shop"))["deploymentGroupId"]!;
        await _api.CallAsync("UpdateDeploymentGroup", $"{{{Update},'newDeploymentGroupName':'later'}}");
        ((string)(await _api.GroupAsync("shop", "later"))["deploymentGroupId"]!).ShouldBe(id);
        (await _api.RefusedAsync("GetDeploymentGroup", "{'applicationName':'shop','deploymentGroupName':'live'}")).Code.ShouldBe("DeploymentGroupDoesNotExistException");
        await _api.CallAsync("CreateDeploymentGroup", ApiWorld.GroupInput("shop", "Lambda"));
        (await _api.RefusedAsync("UpdateDeploymentGroup", $"{{{Update},'newDeploymentGroupName':'later'}}")).Code.ShouldBe("DeploymentGroupAlreadyExistsException");
    }

    [Theory]
    [InlineData("{'applicationName':'shop'}", "DeploymentGroupNameRequiredException")]
    [InlineData("{'applicationName':'shop','currentDeploymentGroupName':'nothing'}", "DeploymentGroupDoesNotExistException")]
    [InlineData("{'applicationName':'nothing','currentDeploymentGroupName':'live'}", "ApplicationDoesNotExistException")]
    [InlineData("{" + Update + ",'newDeploymentGroupName':'a b'}", "InvalidDeploymentGroupNameException")]
    [InlineData("{" + Update + ",'serviceRoleArn':'role'}", "InvalidRoleException")]
    [InlineData("{" + Update + ",'deploymentConfigName':'nothing'}", "DeploymentConfigDoesNotExistException")]
    [InlineData("{" + Update + ",'deploymentStyle':{'deploymentType':'IN_PLACE'}}", "InvalidDeploymentStyleException")]
    [InlineData("{" + Update + ",'ec2TagFilters':[{'Key':'a'}],'ec2TagSet':{'ec2TagSetList':[[{'Key':'a'}]]}}", "InvalidEC2TagCombinationException")]
    public async Task A_wrong_change_changes_nothing(string input, string code)
    {
        await _api.CreateGroupAsync("shop");
        var before = (await _api.GroupAsync("shop")).ToJsonString();
        (await _api.RefusedAsync("UpdateDeploymentGroup", input)).Code.ShouldBe(code);
        (await _api.GroupAsync("shop")).ToJsonString().ShouldBe(before);
    }

    [Fact]
    public async Task Changes_at_once_are_all_made()
    {
        await _api.CreateGroupAsync("shop");
        await Task.WhenAll(
            _api.CallAsync("UpdateDeploymentGroup", $"{{{Update},'deploymentConfigName':'Steps.10@5m'}}"),
            _api.CallAsync("UpdateDeploymentGroup", $"{{{Update},'outdatedInstancesStrategy':'IGNORE'}}"),
            _api.CallAsync("UpdateDeploymentGroup", $"{{{Update},'queueDeployments':true}}"));
        var group = await _api.GroupAsync("shop");
        ((string)group["deploymentConfigName"]!).ShouldBe("Steps.10@5m");
        ((string)group["outdatedInstancesStrategy"]!).ShouldBe("IGNORE");
        ((bool)group["queueDeployments"]!).ShouldBeTrue();
    }
}
