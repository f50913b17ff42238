using Sluice.World.Refusals;

namespace Sluice.Deployments.Tests.Refusals;

/// <summary>What groups of one compute platform may say and those of another may not.</summary>
internal static class PlatformRefusals
{
    private const string InvalidPair = "InvalidTargetGroupPairException";
    private const string InvalidBlueGreen = "InvalidBlueGreenDeploymentConfigurationException";
    private const string ServersOnly = "is for the compute platform Server only, and the application's is Lambda";

    public static IReadOnlyList<Refusal> All { get; } =
    [
        Lambda("InvalidDeploymentStyleException", "'deploymentStyle':{'deploymentType':'IN_PLACE','deploymentOption':'WITH_TRAFFIC_CONTROL'}", "for the compute platform Lambda BLUE_GREEN and WITH_TRAFFIC_CONTROL were expected, not IN_PLACE and WITH_TRAFFIC_CONTROL"),
        Lambda("InvalidEC2TagException", "'ec2TagFilters':[{'Key':'a'}]", $"ec2TagFilters: {ServersOnly}"),
        Lambda("InvalidEC2TagException", "'ec2TagSet':{'ec2TagSetList':[[{'Key':'a'}]]}", $"ec2TagSet: {ServersOnly}"),
        Lambda("InvalidTagException", "'onPremisesInstanceTagFilters':[{'Key':'a'}]", $"onPremisesInstanceTagFilters: {ServersOnly}"),
        Lambda("InvalidTagException", "'onPremisesTagSet':{'onPremisesTagSetList':[[{'Key':'a'}]]}", $"onPremisesTagSet: {ServersOnly}"),
        Lambda("InvalidAutoScalingGroupException", "'autoScalingGroups':['a']", $"autoScalingGroups: {ServersOnly}"),
        Lambda("InvalidLoadBalancerInfoException", "'loadBalancerInfo':{'elbInfoList':[{'name':'lb'}]}", "loadBalancerInfo: is for the compute platforms Server and ECS only"),
        Lambda("InvalidInputException", "'analysis':'Metrics: []'", "Metrics"),
        Ecs("InvalidECSServiceException", "'ecsServices':[]", "one service was expected for the compute platform ECS, not 0"),
        Ecs("InvalidECSServiceException", "'ecsServices':[{'clusterName':'shop'}]", "ecsServices[0].serviceName: is required"),
        Ecs("InvalidECSServiceException", "'ecsServices':[{'clusterName':'shop','serviceName':'none'}]", "the cluster 'shop' has no active service named 'none'"),
        Ecs("InvalidECSServiceException", "'ecsServices':[{'clusterName':'shop','serviceName':'rolling'}]", "the deployment controller of 'rolling' is ECS; EXTERNAL was expected"),
        Ecs("InvalidLoadBalancerInfoException", "'loadBalancerInfo':{'targetGroupInfoList':[{'name':'a'}]}", "targetGroupInfoList: is for the compute platform Server only"),
        Ecs("InvalidLoadBalancerInfoException", "'loadBalancerInfo':{'elbInfoList':[{'name':'lb'}]}", "elbInfoList: is for the compute platform Server only"),
        Ecs(InvalidPair, Pair("{'name':'a'},{}", "'arn:l'"), "targetGroups: a name is missing"),
        Ecs(InvalidPair, Pair("{'name':'a'},{'name':'a'}", "'arn:l'"), "two different ones were expected, not 'a' twice"),
        Ecs(InvalidPair, Pair("{'name':'a'},{'name':'b'}", ""), "prodTrafficRoute.listenerArns: one listener was expected, not 0"),
        Ecs(InvalidPair, Pair("{'name':'a'},{'name':'b'}", "'listener'"), "a listener's ARN was expected, not 'listener'"),
        Ecs(InvalidPair, Pair("{'name':'a'},{'name':'b'}", "'arn:l'", ",'testTrafficRoute':{'listenerArns':['arn:l']}"), "another listener than production's was expected"),
        Ecs(InvalidBlueGreen, "'blueGreenDeploymentConfiguration':{}", "terminateBlueInstancesOnDeploymentSuccess: is required for the compute platform ECS"),
        Ecs(InvalidBlueGreen, "'blueGreenDeploymentConfiguration':{'terminateBlueInstancesOnDeploymentSuccess':{'action':'TERMINATE'}}", "deploymentReadyOption: is required for the compute platform ECS"),
        Ecs(InvalidBlueGreen, BlueGreen("KEEP_ALIVE", "{}"), "whose original task set is always ended"),
        Ecs(InvalidBlueGreen, BlueGreen("TERMINATE", "{'actionOnTimeout':'STOP_DEPLOYMENT'}"), "1 to 7200 minutes were expected for STOP_DEPLOYMENT, not nothing"),
        Ecs(InvalidBlueGreen, BlueGreen("TERMINATE", "{},'greenFleetProvisioningOption':{'action':'COPY_AUTO_SCALING_GROUP'}"), "COPY_AUTO_SCALING_GROUP is for the compute platform Server only"),
    ];

    private static Refusal Lambda(string error, string edit, string says) => new("UpdateDeploymentGroup", error, $"{{'applicationName':'shop',{edit}}}", says);

    private static Refusal Ecs(string error, string edit, string says) => new("UpdateDeploymentGroup", error, $"{{'applicationName':'site',{edit}}}", says);

    private static string Pair(string targetGroups, string listeners, string more = "") =>
        $"'loadBalancerInfo':{{'targetGroupPairInfoList':[{{'targetGroups':[{targetGroups}],'prodTrafficRoute':{{'listenerArns':[{listeners}]}}{more}}}]}}";

    private static string BlueGreen(string action, string ready) =>
        $"'blueGreenDeploymentConfiguration':{{'terminateBlueInstancesOnDeploymentSuccess':{{'action':'{action}'}},'deploymentReadyOption':{ready}}}";
}
