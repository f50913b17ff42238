using Sluice.Deployments.Platforms.Ecs;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Api.Groups;

public sealed class GroupRefusalTests : IDisposable
{
    private readonly ApiWorld _api = new();

    public void Dispose() => _api.Dispose();

    [Theory]
    [InlineData("{'applicationName':'shop','deploymentGroupName':'live'}", "RoleRequiredException")]
    [InlineData("{'applicationName':'shop','deploymentGroupName':'live','serviceRoleArn':'role'}", "InvalidRoleException")]
    [InlineData("{'applicationName':'shop','serviceRoleArn':'" + ApiWorld.Role + "'}", "DeploymentGroupNameRequiredException")]
    [InlineData("{'deploymentGroupName':'live','serviceRoleArn':'" + ApiWorld.Role + "'}", "ApplicationNameRequiredException")]
    [InlineData("{'applicationName':'nothing','deploymentGroupName':'live','serviceRoleArn':'" + ApiWorld.Role + "'}", "ApplicationDoesNotExistException")]
    [InlineData("{'applicationName':'shop','deploymentGroupName':'a b','serviceRoleArn':'" + ApiWorld.Role + "'}", "InvalidDeploymentGroupNameException")]
    public async Task A_group_needs_an_application_a_name_and_a_role(string input, string code)
    {
        await _api.CreateApplicationAsync("shop", "Server");
        (await _api.RefusedAsync("CreateDeploymentGroup", input)).Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("'deploymentConfigName':'nothing'", "DeploymentConfigDoesNotExistException")]
    [InlineData("'deploymentConfigName':'a b'", "InvalidDeploymentConfigNameException")]
    [InlineData("'deploymentConfigName':'CodeDeployDefault.LambdaAllAtOnce'", "InvalidDeploymentConfigNameException")]
    [InlineData("'deploymentConfigName':'Steps.10@5m'", "InvalidDeploymentConfigNameException")]
    [InlineData("'ec2TagFilters':[{'Key':'a','Type':'KEY_ONLY'}],'ec2TagSet':{'ec2TagSetList':[[{'Key':'a','Type':'KEY_ONLY'}]]}", "InvalidEC2TagCombinationException")]
    [InlineData("'onPremisesInstanceTagFilters':[{'Key':'a','Type':'KEY_ONLY'}],'onPremisesTagSet':{'onPremisesTagSetList':[[{'Key':'a','Type':'KEY_ONLY'}]]}", "InvalidOnPremisesTagCombinationException")]
    [InlineData("'ec2TagFilters':[{'Type':'KEY_ONLY'}]", "InvalidEC2TagException")]
    [InlineData("'ec2TagFilters':[{'Key':'a','Type':'KEY_AND_VALUE'}]", "InvalidEC2TagException")]
    [InlineData("'ec2TagFilters':[{'Key':'a','Type':'SOME'}]", "InvalidEC2TagException")]
    [InlineData("'ec2TagFilters':[{}]", "InvalidEC2TagException")]
    [InlineData("'ec2TagSet':{'ec2TagSetList':[[]]}", "InvalidEC2TagException")]
    [InlineData("'ec2TagSet':{'ec2TagSetList':[[{'Key':'a'}],[{'Key':'b'}],[{'Key':'c'}],[{'Key':'d'}]]}", "TagSetListLimitExceededException")]
    [InlineData("'onPremisesInstanceTagFilters':[{'Type':'VALUE_ONLY'}]", "InvalidTagException")]
    [InlineData("'onPremisesTagSet':{'onPremisesTagSetList':[[{'Key':'a'}],[{'Key':'b'}],[{'Key':'c'}],[{'Key':'d'}]]}", "TagSetListLimitExceededException")]
    [InlineData("'autoScalingGroups':['a','a']", "InvalidAutoScalingGroupException")]
    [InlineData("'autoScalingGroups':['']", "InvalidAutoScalingGroupException")]
    [InlineData("'autoScalingGroups':['1','2','3','4','5','6','7','8','9','10','11']", "InvalidAutoScalingGroupException")]
    [InlineData("'alarmConfiguration':{'enabled':true,'alarms':[]}", "InvalidAlarmConfigException")]
    [InlineData("'alarmConfiguration':{'enabled':true,'alarms':[{'name':'a'}],'bakeSeconds':-1}", "InvalidAlarmConfigException")]
    [InlineData("'alarmConfiguration':{'enabled':true,'alarms':[{'name':'a'}],'bakeSeconds':172801}", "InvalidAlarmConfigException")]
    [InlineData("'alarmConfiguration':{'enabled':true,'alarms':[{'name':'a'},{'name':'a'}]}", "InvalidAlarmConfigException")]
    [InlineData("'alarmConfiguration':{'enabled':true,'alarms':[{'name':''}]}", "InvalidAlarmConfigException")]
    [InlineData("'alarmConfiguration':{'enabled':true,'alarms':[{}]}", "InvalidAlarmConfigException")]
    [InlineData("'alarmConfiguration':{'alarms':[{'name':'1'},{'name':'2'},{'name':'3'},{'name':'4'},{'name':'5'},{'name':'6'},{'name':'7'},{'name':'8'},{'name':'9'},{'name':'10'},{'name':'11'}]}", "AlarmsLimitExceededException")]
    [InlineData("'autoRollbackConfiguration':{'enabled':true}", "InvalidAutoRollbackConfigException")]
    [InlineData("'autoRollbackConfiguration':{'enabled':true,'events':['SOMETIMES']}", "InvalidAutoRollbackConfigException")]
    [InlineData("'triggerConfigurations':[{'triggerName':'t','triggerTargetArn':'arn:aws:sns:us-east-1:1:t'}]", "InvalidTriggerConfigException")]
    [InlineData("'triggerConfigurations':[{'triggerName':'t','triggerTargetArn':'topic','triggerEvents':['DeploymentStart']}]", "InvalidTriggerConfigException")]
    [InlineData("'triggerConfigurations':[{'triggerTargetArn':'arn:aws:sns:us-east-1:1:t','triggerEvents':['DeploymentStart']}]", "InvalidTriggerConfigException")]
    [InlineData("'triggerConfigurations':[{'triggerName':'t','triggerTargetArn':'arn:aws:sns:us-east-1:1:t','triggerEvents':['Sometimes']}]", "InvalidTriggerConfigException")]
    [InlineData("'outdatedInstancesStrategy':'SOMETIMES'", "InvalidInputException")]
    [InlineData("'deploymentStyle':{'deploymentType':'SOMEHOW'}", "InvalidDeploymentStyleException")]
    [InlineData("'deploymentStyle':{'deploymentType':'BLUE_GREEN','deploymentOption':'WITH_TRAFFIC_CONTROL'}", "InvalidLoadBalancerInfoException")]
    [InlineData("'loadBalancerInfo':{'elbInfoList':[{}]}", "InvalidLoadBalancerInfoException")]
    [InlineData("'loadBalancerInfo':{'targetGroupInfoList':[{'name':'a'},{'name':'a'}]}", "InvalidLoadBalancerInfoException")]
    [InlineData("'loadBalancerInfo':{'elbInfoList':[{'name':'1'},{'name':'2'},{'name':'3'},{'name':'4'},{'name':'5'},{'name':'6'},{'name':'7'},{'name':'8'},{'name':'9'},{'name':'10'},{'name':'11'}]}", "InvalidLoadBalancerInfoException")]
    [InlineData("'loadBalancerInfo':{'targetGroupPairInfoList':[{}]}", "InvalidLoadBalancerInfoException")]
    [InlineData("'blueGreenDeploymentConfiguration':{'terminateBlueInstancesOnDeploymentSuccess':{'terminationWaitTimeInMinutes':2881}}", "InvalidBlueGreenDeploymentConfigurationException")]
    [InlineData("'blueGreenDeploymentConfiguration':{'terminateBlueInstancesOnDeploymentSuccess':{'action':'SOMEHOW'}}", "InvalidBlueGreenDeploymentConfigurationException")]
    [InlineData("'blueGreenDeploymentConfiguration':{'deploymentReadyOption':{'actionOnTimeout':'CONTINUE_DEPLOYMENT','waitTimeInMinutes':5}}", "InvalidBlueGreenDeploymentConfigurationException")]
    [InlineData("'blueGreenDeploymentConfiguration':{'deploymentReadyOption':{'actionOnTimeout':'STOP_DEPLOYMENT'}}", "InvalidBlueGreenDeploymentConfigurationException")]
    [InlineData("'blueGreenDeploymentConfiguration':{'deploymentReadyOption':{'actionOnTimeout':'STOP_DEPLOYMENT','waitTimeInMinutes':2881}}", "InvalidBlueGreenDeploymentConfigurationException")]
    [InlineData("'blueGreenDeploymentConfiguration':{'greenFleetProvisioningOption':{'action':'COPY_AUTO_SCALING_GROUP'}}", "InvalidBlueGreenDeploymentConfigurationException")]
    [InlineData("'ecsServices':[{'serviceName':'web','clusterName':'shop'}]", "InvalidECSServiceException")]
    [InlineData("'analysis':'Metrics: []'", "InvalidInputException")]
    [InlineData("'tags':[{'Key':''}]", "InvalidTagsToAddException")]
    public async Task A_wrong_group_for_servers_is_not_made(string more, string code)
    {
        await _api.CreateApplicationAsync("shop", "Server");
        (await _api.RefusedAsync("CreateDeploymentGroup", ApiWorld.GroupInput("shop", "Server", $"{{{more}}}"))).Code.ShouldBe(code);
        (await _api.CallAsync("ListDeploymentGroups", "{'applicationName':'shop'}"))["deploymentGroups"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("'deploymentStyle':null", "InvalidDeploymentStyleException")]
    [InlineData("'deploymentStyle':{'deploymentType':'IN_PLACE','deploymentOption':'WITH_TRAFFIC_CONTROL'}", "InvalidDeploymentStyleException")]
    [InlineData("'deploymentStyle':{'deploymentType':'BLUE_GREEN','deploymentOption':'WITHOUT_TRAFFIC_CONTROL'}", "InvalidDeploymentStyleException")]
    [InlineData("'deploymentConfigName':'CodeDeployDefault.OneAtATime'", "InvalidDeploymentConfigNameException")]
    [InlineData("'deploymentConfigName':'CodeDeployDefault.ECSAllAtOnce'", "InvalidDeploymentConfigNameException")]
    [InlineData("'deploymentConfigName':'Steps.50@5m,10@5m'", "InvalidDeploymentConfigNameException")]
    [InlineData("'ec2TagFilters':[{'Key':'a'}]", "InvalidEC2TagException")]
    [InlineData("'onPremisesTagSet':{'onPremisesTagSetList':[[{'Key':'a'}]]}", "InvalidTagException")]
    [InlineData("'autoScalingGroups':['fleet']", "InvalidAutoScalingGroupException")]
    [InlineData("'loadBalancerInfo':{'elbInfoList':[{'name':'lb'}]}", "InvalidLoadBalancerInfoException")]
    [InlineData("'analysis':'Metrics: []'", "InvalidInputException")]
    [InlineData("'analysis':'nonsense'", "InvalidInputException")]
    public async Task A_wrong_group_for_Lambda_is_not_made(string more, string code)
    {
        await _api.CreateApplicationAsync("shop");
        (await _api.RefusedAsync("CreateDeploymentGroup", ApiWorld.GroupInput("shop", "Lambda", $"{{{more}}}"))).Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("'ecsServices':[]", "InvalidECSServiceException")]
    [InlineData("'ecsServices':[{'serviceName':'web','clusterName':'shop'},{'serviceName':'other','clusterName':'shop'}]", "InvalidECSServiceException")]
    [InlineData("'ecsServices':[{'clusterName':'shop'}]", "InvalidECSServiceException")]
    [InlineData("'ecsServices':[{'serviceName':'nothing','clusterName':'shop'}]", "InvalidECSServiceException")]
    [InlineData("'ecsServices':[{'serviceName':'rolling','clusterName':'shop'}]", "InvalidECSServiceException")]
    [InlineData("'deploymentStyle':null", "InvalidDeploymentStyleException")]
    [InlineData("'loadBalancerInfo':null", "InvalidTargetGroupPairException")]
    [InlineData("'loadBalancerInfo':{'elbInfoList':[{'name':'lb'}]}", "InvalidLoadBalancerInfoException")]
    [InlineData("'loadBalancerInfo':{'targetGroupPairInfoList':[{'targetGroups':[{'name':'a'}],'prodTrafficRoute':{'listenerArns':['arn:l']}}]}", "InvalidTargetGroupPairException")]
    [InlineData("'loadBalancerInfo':{'targetGroupPairInfoList':[{'targetGroups':[{'name':'a'},{'name':'a'}],'prodTrafficRoute':{'listenerArns':['arn:l']}}]}", "InvalidTargetGroupPairException")]
    [InlineData("'loadBalancerInfo':{'targetGroupPairInfoList':[{'targetGroups':[{'name':'a'},{}],'prodTrafficRoute':{'listenerArns':['arn:l']}}]}", "InvalidTargetGroupPairException")]
    [InlineData("'loadBalancerInfo':{'targetGroupPairInfoList':[{'targetGroups':[{'name':'a'},{'name':'b'}]}]}", "InvalidTargetGroupPairException")]
    [InlineData("'loadBalancerInfo':{'targetGroupPairInfoList':[{'targetGroups':[{'name':'a'},{'name':'b'}],'prodTrafficRoute':{'listenerArns':['arn:l','arn:m']}}]}", "InvalidTargetGroupPairException")]
    [InlineData("'loadBalancerInfo':{'targetGroupPairInfoList':[{'targetGroups':[{'name':'a'},{'name':'b'}],'prodTrafficRoute':{'listenerArns':['listener']}}]}", "InvalidTargetGroupPairException")]
    [InlineData("'loadBalancerInfo':{'targetGroupPairInfoList':[{'targetGroups':[{'name':'a'},{'name':'b'}],'prodTrafficRoute':{'listenerArns':['arn:l']},'testTrafficRoute':{'listenerArns':['arn:l']}}]}", "InvalidTargetGroupPairException")]
    [InlineData("'blueGreenDeploymentConfiguration':null", "InvalidBlueGreenDeploymentConfigurationException")]
    [InlineData("'blueGreenDeploymentConfiguration':{'terminateBlueInstancesOnDeploymentSuccess':{'action':'KEEP_ALIVE'},'deploymentReadyOption':{}}", "InvalidBlueGreenDeploymentConfigurationException")]
    [InlineData("'blueGreenDeploymentConfiguration':{'terminateBlueInstancesOnDeploymentSuccess':{'action':'TERMINATE'},'deploymentReadyOption':{},'greenFleetProvisioningOption':{'action':'COPY_AUTO_SCALING_GROUP'}}", "InvalidBlueGreenDeploymentConfigurationException")]
    [InlineData("'autoScalingGroups':['fleet']", "InvalidAutoScalingGroupException")]
    [InlineData("'deploymentConfigName':'CodeDeployDefault.LambdaAllAtOnce'", "InvalidDeploymentConfigNameException")]
    public async Task A_wrong_group_for_ECS_is_not_made(string more, string code)
    {
        _api.Services["shop/rolling"] = new EcsServiceView(true, "ECS");
        await _api.CreateApplicationAsync("shop", "ECS");
        (await _api.RefusedAsync("CreateDeploymentGroup", ApiWorld.GroupInput("shop", "ECS", $"{{{more}}}"))).Code.ShouldBe(code);
    }

    [Fact]
    public async Task A_service_whose_controller_is_not_external_is_named_with_what_it_has()
    {
        _api.Services["shop/rolling"] = new EcsServiceView(true, "CODE_DEPLOY");
        await _api.CreateApplicationAsync("shop", "ECS");
        var input = ApiWorld.GroupInput("shop", "ECS", "{'ecsServices':[{'serviceName':'rolling','clusterName':'shop'}]}");
        (await _api.RefusedAsync("CreateDeploymentGroup", input)).Message.ShouldContain("the deployment controller of 'rolling' is CODE_DEPLOY; EXTERNAL was expected");
    }

    [Fact]
    public async Task A_service_belongs_to_one_group()
    {
        await _api.CreateGroupAsync("shop", "ECS");
        var second = ApiWorld.GroupInput("shop", "ECS", name: "second");
        (await _api.RefusedAsync("CreateDeploymentGroup", second)).Code.ShouldBe("ECSServiceMappingLimitExceededException");
        await _api.CallAsync("DeleteDeploymentGroup", "{'applicationName':'shop','deploymentGroupName':'live'}");
        await _api.CallAsync("CreateDeploymentGroup", second);
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_group_is_told_at_once()
    {
        await _api.CreateApplicationAsync("shop");
        var (code, message) = await _api.RefusedAsync(
            "CreateDeploymentGroup",
            ApiWorld.GroupInput("shop", "Lambda", "{'serviceRoleArn':'role','deploymentStyle':null,'deploymentConfigName':'nothing','alarmConfiguration':{'enabled':true}}"));
        code.ShouldBe("InvalidRoleException");
        message.ShouldContain("serviceRoleArn:");
        message.ShouldContain("deploymentStyle:");
        message.ShouldContain("alarmConfiguration.alarms:");
        message.ShouldContain("No deployment configuration is named 'nothing'");
    }

    [Fact]
    public async Task A_second_group_of_a_name_is_refused_and_another_application_may_have_one()
    {
        await _api.CreateGroupAsync("shop");
        (await _api.RefusedAsync("CreateDeploymentGroup", ApiWorld.GroupInput("shop", "Lambda"))).Code.ShouldBe("DeploymentGroupAlreadyExistsException");
        await _api.CreateGroupAsync("store");
    }
}
