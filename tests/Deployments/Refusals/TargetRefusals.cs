using Sluice.World.Refusals;

namespace Sluice.Deployments.Tests.Refusals;

internal static class TargetRefusals
{
    private const string Created = "{'deploymentId':'" + RefusedWorld.Created + "'}";
    private const string Service = "{'deploymentId':'" + RefusedWorld.Shifting + "'}";

    public static IReadOnlyList<Refusal> All { get; } =
    [
        new("GetDeploymentTarget", "DeploymentNotStartedException", Created, "is Created: it has no targets before it is started"),
        new("GetDeploymentTarget", "DeploymentTargetIdRequiredException", "{'targetId':null}", "'targetId'"),
        new("GetDeploymentTarget", "DeploymentTargetDoesNotExistException", "{'targetId':'other'}", "no target 'other'; it has 'fn'"),
        new("BatchGetDeploymentTargets", "DeploymentNotStartedException", Created, "is Created"),
        new("BatchGetDeploymentTargets", "DeploymentTargetIdRequiredException", "{'targetIds':[]}", "at least one"),
        new("BatchGetDeploymentTargets", "DeploymentTargetDoesNotExistException", "{'targetIds':['fn','other']}", "no target 'other'; it has 'fn'"),
        new("BatchGetDeploymentTargets", "DeploymentTargetListSizeExceededException", $"{{'targetIds':[{Many.Of(26, "'t{0}'")}]}}", "26 targets were asked for; expected at most 25"),
        new("ListDeploymentTargets", "DeploymentNotStartedException", Created, "is Created"),
        new("ListDeploymentTargets", "InvalidTargetFilterNameException", "{'targetFilters':{'Name':['x']}}", "TargetStatus"),
        new("ListDeploymentTargets", "InvalidInstanceStatusException", "{'targetFilters':{'TargetStatus':['Gone']}}", "'Gone' is no status of a target; expected some of Pending"),
        new("ListDeploymentTargets", "InvalidDeploymentInstanceTypeException", "{'targetFilters':{'ServerInstanceLabel':['Red']}}", "expected some of Blue, Green"),
        new("GetDeploymentInstance", "InstanceIdRequiredException", "{'instanceId':null}", "'instanceId'"),
        new("GetDeploymentInstance", "InstanceDoesNotExistException", "{'instanceId':'other'}", "no instance 'other'; it has 'fn'"),
        new("GetDeploymentInstance", "InvalidComputePlatformException", Service, "use the operations on deployment targets"),
        new("BatchGetDeploymentInstances", "InstanceIdRequiredException", "{'instanceIds':[]}", "at least one"),
        new("BatchGetDeploymentInstances", "BatchLimitExceededException", $"{{'instanceIds':[{Many.Of(26, "'i{0}'")}]}}", "expected at most 25"),
        new("BatchGetDeploymentInstances", "InvalidComputePlatformException", Service, "use the operations on deployment targets"),
        new("ListDeploymentInstances", "DeploymentNotStartedException", Created, "is Created"),
        new("ListDeploymentInstances", "InvalidInstanceStatusException", "{'instanceStatusFilter':['Gone']}", "Pending"),
        new("ListDeploymentInstances", "InvalidInstanceTypeException", "{'instanceTypeFilter':['Red']}", "Blue"),
        new("ListDeploymentInstances", "InvalidComputePlatformException", Service, "use the operations on deployment targets"),
    ];
}
