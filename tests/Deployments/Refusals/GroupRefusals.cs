using Sluice.World.Refusals;

namespace Sluice.Deployments.Tests.Refusals;

/// <summary>What a group must keep to is refused when it is made and when it is changed.</summary>
internal static class GroupRefusals
{
    private const string Site = "'applicationName':'site','deploymentStyle':{'deploymentType':'BLUE_GREEN','deploymentOption':'WITH_TRAFFIC_CONTROL'}";

    public static IReadOnlyList<Refusal> All { get; } =
    [
        new("BatchGetDeploymentGroups", "DeploymentGroupNameRequiredException", "{'deploymentGroupNames':[]}", "expected 1 to 100"),
        new("BatchGetDeploymentGroups", "InvalidDeploymentGroupNameException", "{'deploymentGroupNames':['live','a b']}", "'deploymentGroupNames.2.member' failed to satisfy constraint"),
        new("BatchGetDeploymentGroups", "BatchLimitExceededException", $"{{'deploymentGroupNames':[{Many.Of(101, "'g{0}'")}]}}", "expected at most 100"),
        new("CreateDeploymentGroup", "RoleRequiredException", "{'serviceRoleArn':null}", "'serviceRoleArn'"),
        new("CreateDeploymentGroup", "DeploymentGroupAlreadyExistsException", "{'deploymentGroupName':'live'}", "'live' already"),
        new("CreateDeploymentGroup", "InvalidTagsToAddException", "{'tags':[{'Key':''}]}", "tags[0].Key: 1 to 128 characters were expected, not 0"),
        new("UpdateDeploymentGroup", "DeploymentGroupNameRequiredException", "{'currentDeploymentGroupName':null}", "'currentDeploymentGroupName'"),
        new("UpdateDeploymentGroup", "InvalidDeploymentGroupNameException", "{'newDeploymentGroupName':'a b'}", "'newDeploymentGroupName' failed to satisfy constraint"),
        new("UpdateDeploymentGroup", "DeploymentGroupDoesNotExistException", "{'currentDeploymentGroupName':'nothing'}", "'nothing'"),
        new("UpdateDeploymentGroup", "DeploymentGroupAlreadyExistsException", "{'newDeploymentGroupName':'other'}", "'other' already"),
        new("UpdateDeploymentGroup", "InvalidRoleException", "{'serviceRoleArn':''}", "serviceRoleArn: an ARN such as arn:aws:iam::123456789012:role/CodeDeployRole was expected"),
        new("CreateDeploymentGroup", "ECSServiceMappingLimitExceededException", Service("web"), "belongs to another deployment group; a service belongs to one"),
        new("UpdateDeploymentGroup", "ECSServiceMappingLimitExceededException", "{'applicationName':'site','currentDeploymentGroupName':'second','ecsServices':[{'serviceName':'web','clusterName':'shop'}]}", "belongs to another deployment group"),
        .. Both("InvalidRoleException", "'serviceRoleArn':'me'", "role/CodeDeployRole was expected, not 'me'"),
        .. Both("InvalidEC2TagException", "'ec2TagFilters':[{'Type':'KEY_ONLY'}]", "ec2TagFilters[0].Key: is required for KEY_ONLY"),
        .. Both("InvalidEC2TagException", $"'ec2TagFilters':[{Many.Of(11, "{{'Key':'k{0}'}}")}]", "at most 10 filters were expected, not 11"),
        .. Both("InvalidTagException", "'onPremisesInstanceTagFilters':[{'Type':'VALUE_ONLY'}]", "onPremisesInstanceTagFilters[0].Value: is required for VALUE_ONLY"),
        .. Both("InvalidEC2TagCombinationException", "'ec2TagFilters':[{'Key':'a'}],'ec2TagSet':{'ec2TagSetList':[[{'Key':'a'}]]}", "one of them was expected, not both"),
        .. Both("InvalidOnPremisesTagCombinationException", "'onPremisesInstanceTagFilters':[{'Key':'a'}],'onPremisesTagSet':{'onPremisesTagSetList':[[{'Key':'a'}]]}", "one of them was expected, not both"),
        .. Both("TagSetListLimitExceededException", "'ec2TagSet':{'ec2TagSetList':[[{'Key':'a'}],[{'Key':'b'}],[{'Key':'c'}],[{'Key':'d'}]]}", "at most 3 lists were expected, not 4"),
        .. Both("InvalidAutoScalingGroupException", "'autoScalingGroups':['a','a']", "'a' is there 2 times"),
        .. Both("InvalidDeploymentConfigNameException", "'deploymentConfigName':'CodeDeployDefault.LambdaAllAtOnce'", "is for Lambda, and the application's compute platform is Server"),
        .. Both("DeploymentConfigDoesNotExistException", "'deploymentConfigName':'nothing'", "'nothing'"),
        .. Both("InvalidTriggerConfigException", "'triggerConfigurations':[{'triggerName':'t','triggerTargetArn':'topic','triggerEvents':['DeploymentStart']}]", "the ARN of an SNS topic was expected, not 'topic'"),
        .. Both("TriggerTargetsLimitExceededException", $"'triggerConfigurations':[{Many.Of(11, "{{'triggerName':'t{0}','triggerTargetArn':'arn:t','triggerEvents':['DeploymentStart']}}")}]", "at most 10 were expected, not 11"),
        .. Both("InvalidAlarmConfigException", $"'alarmConfiguration':{{'alarms':[{{'name':'{new string('a', 256)}'}}]}}", "alarms[0].name: 1 to 255 characters were expected, not 256"),
        .. Both("AlarmsLimitExceededException", $"'alarmConfiguration':{{'alarms':[{Many.Of(11, "{{'name':'a{0}'}}")}]}}", "at most 10 were expected, not 11"),
        .. Both("InvalidAutoRollbackConfigException", "'autoRollbackConfiguration':{'enabled':true}", "at least one of DEPLOYMENT_FAILURE"),
        .. Both("InvalidLoadBalancerInfoException", $"'loadBalancerInfo':{{'elbInfoList':[{Many.Of(11, "{{'name':'lb{0}'}}")}]}}", "at most 10 were expected, not 11"),
        .. Both("InvalidDeploymentStyleException", "'deploymentStyle':{'deploymentType':'SOMEHOW'}", "[IN_PLACE, BLUE_GREEN]"),
        .. Both("InvalidBlueGreenDeploymentConfigurationException", "'blueGreenDeploymentConfiguration':{'terminateBlueInstancesOnDeploymentSuccess':{'terminationWaitTimeInMinutes':2881}}", "0 to 2880 minutes were expected, not 2881"),
        .. Both("InvalidInputException", "'outdatedInstancesStrategy':'SOMETIMES'", "[UPDATE, IGNORE]"),
        .. Both("InvalidECSServiceException", "'ecsServices':[{'serviceName':'web','clusterName':'shop'}]", "for the compute platform ECS only"),
        new("CreateDeploymentGroup", "InvalidTargetGroupPairException", Service("api", "'a'"), "two were expected, which change places, not 1"),
        new("UpdateDeploymentGroup", "InvalidTargetGroupPairException", $"{{'applicationName':'site','loadBalancerInfo':{Balancer("'a'")}}}", "two were expected, which change places, not 1"),
        new("UpdateDeploymentGroup", "InvalidDeploymentConfigNameException", "{'deploymentConfigName':'Steps.50@5m,10@5m'}", "10 % follows 50 %"),
        .. Both("InvalidAlarmConfigException", "'alarmConfiguration':{'alarms':[{'name':'a'}],'bakeSeconds':172801}", "alarmConfiguration.bakeSeconds: 0 to 172800 was expected, not 172801"),
        .. Both("InvalidAlarmConfigException", "'alarmConfiguration':{'alarms':[{'name':'a'}],'bakeSeconds':-1}", "0 to 172800 was expected, not -1"),
        .. Both("InvalidAlarmConfigException", "'alarmConfiguration':{'alarms':[{'name':'a'}],'insufficientData':'IGNORE'}", "[CONTINUE, WAIT, STOP]"),
        .. Both("InvalidTriggerConfigException", "'triggerConfigurations':[{}]", "triggerConfigurations[0].triggerName: is required"),
        .. Both("InvalidTriggerConfigException", $"'triggerConfigurations':[{Many.Of(2, "{{'triggerName':'t','triggerTargetArn':'arn:t','triggerEvents':['DeploymentStart']}}")}]", "the triggerName 't' is there 2 times"),
        .. Both("InvalidAutoScalingGroupException", "'autoScalingGroups':['']", "a name is empty"),
        .. Both("InvalidEC2TagException", "'ec2TagFilters':[{}]", "ec2TagFilters[0]: a Key, a Value or both were expected"),
        .. Both("InvalidLoadBalancerInfoException", "'loadBalancerInfo':{'elbInfoList':[{}]}", "loadBalancerInfo.elbInfoList: a name is missing"),
        .. Both("InvalidLoadBalancerInfoException", "'deploymentStyle':{'deploymentType':'IN_PLACE','deploymentOption':'WITH_TRAFFIC_CONTROL'}", "so a load balancer in elbInfoList or a target group in targetGroupInfoList was expected"),
        .. Both("InvalidBlueGreenDeploymentConfigurationException", "'blueGreenDeploymentConfiguration':{'deploymentReadyOption':{'actionOnTimeout':'CONTINUE_DEPLOYMENT','waitTimeInMinutes':5}}", "since only STOP_DEPLOYMENT waits, not 5"),
        .. Both("InvalidBlueGreenDeploymentConfigurationException", "'blueGreenDeploymentConfiguration':{'greenFleetProvisioningOption':{'action':'COPY_AUTO_SCALING_GROUP'}}", "needs exactly one Auto Scaling group, not 0"),
    ];

    private static IEnumerable<Refusal> Both(string error, string edit, string says) =>
        [new("CreateDeploymentGroup", error, $"{{{edit}}}", says), new("UpdateDeploymentGroup", error, $"{{{edit}}}", says)];

    /// <summary>The edit that makes a group of an ECS service.</summary>
    public static string Service(string name, params string[] targetGroups) =>
        $"{{{Site},'ecsServices':[{{'serviceName':'{name}','clusterName':'shop'}}],'loadBalancerInfo':{Balancer(targetGroups is [] ? ["'a'", "'b'"] : targetGroups)},"
        + "'blueGreenDeploymentConfiguration':{'terminateBlueInstancesOnDeploymentSuccess':{'action':'TERMINATE'},'deploymentReadyOption':{'actionOnTimeout':'CONTINUE_DEPLOYMENT'}}}";

    private static string Balancer(params string[] targetGroups) =>
        $"{{'targetGroupPairInfoList':[{{'targetGroups':[{string.Join(',', targetGroups.Select(name => $"{{'name':{name}}}"))}],'prodTrafficRoute':{{'listenerArns':['arn:l']}}}}]}}";
}
