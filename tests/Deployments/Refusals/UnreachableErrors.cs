using Sluice.World.Refusals;

namespace Sluice.Deployments.Tests.Refusals;

/// <summary>The errors that the model declares and nothing here can provoke, each with the reason.</summary>
internal static class UnreachableErrors
{
    public static IReadOnlyList<UnreachableError> All { get; } =
    [
        new("ApplicationLimitExceededException", "applications are not limited in number", "CreateApplication"),
        new("DeploymentConfigLimitExceededException", "configurations are not limited in number", "CreateDeploymentConfig"),
        new("DeploymentGroupLimitExceededException", "groups are not limited in number", "CreateDeploymentGroup"),
        new("ThrottlingException", "nothing is throttled", "CreateDeployment", "CreateDeploymentGroup", "UpdateDeploymentGroup"),
        new("LifecycleHookLimitExceededException", "no hooks are made in Auto Scaling groups", "CreateDeploymentGroup", "UpdateDeploymentGroup"),
        new("InvalidRoleException", "the role was checked when the group was made, and nothing is done in it", "CreateDeployment", "DeleteApplication", "DeleteDeploymentGroup"),
        new("DeploymentConfigDoesNotExistException", "a configuration that a group has cannot be deleted", "BatchGetDeploymentGroups", "GetDeploymentGroup"),
        new("DeploymentConfigDoesNotExistException", "configurations have no tags: their ARNs are not supported", "TagResource", "UntagResource"),
        new("InvalidTagsToAddException", "nothing is added", "UntagResource"),
        new("TagLimitExceededException", "taking tags away leaves fewer", "RemoveTagsFromOnPremisesInstances"),
        new("InvalidTrafficRoutingConfigurationException", "configurations were checked when they were made, and steps in a name are the name's error", "CreateDeployment", "CreateDeploymentGroup", "UpdateDeploymentGroup"),
        new("InvalidLoadBalancerInfoException", "it is the group's, and was checked when the group was made", "CreateDeployment"),
        new("InvalidGitHubAccountTokenException", "revisions on GitHub are for servers", "CreateDeployment"),
        new("InvalidIgnoreApplicationStopFailuresValueException", "it is a boolean, and anything else a SerializationException", "CreateDeployment"),
        new("InvalidUpdateOutdatedInstancesOnlyValueException", "it is a boolean, and anything else a SerializationException", "CreateDeployment"),
        new("InvalidComputePlatformException", "the input names no platform", "GetDeploymentConfig"),
        new("InvalidInstanceNameException", "an instance of a deployment is its function, whose name is not an instance's", "BatchGetDeploymentInstances", "GetDeploymentInstance", "GetDeploymentTarget"),
        new("InvalidDeploymentTargetIdException", "an id of any form that is not the target's is of a target that does not exist", "BatchGetDeploymentTargets", "GetDeploymentTarget"),
        new("InstanceDoesNotExistException", "what is not there is a target", "BatchGetDeploymentTargets"),
        new("InvalidInstanceTypeException", "a label of an instance is another error's here", "ListDeploymentTargets"),
        new("InvalidDeploymentInstanceTypeException", "a type of an instance is another error's here", "ListDeploymentInstances"),
        new("InvalidTargetFilterNameException", "the filters are members of their own", "ListDeploymentInstances"),
        new("InvalidDeploymentStatusException", "the input names no status", "ContinueDeployment"),
        new("InvalidInputException", "each member that can be wrong has an error of its own", "ListDeployments"),
        new("DeploymentGroupDoesNotExistException", "a deployment goes on when its group is deleted, and can be stopped", "StopDeployment"),
        new("UnsupportedActionForDeploymentTypeException", "deployments of each type that there is can be stopped and have hooks", "StopDeployment", "PutLifecycleEventHookExecutionStatus"),
        new("IamUserArnRequiredException", "a session will do too, so what is missing is IamArnRequiredException", "RegisterOnPremisesInstance"),
        new("ResourceValidationException", "what is wrong has an error of its own", "DeleteGitHubAccountToken", "ListGitHubAccountTokenNames"),
        new("OperationNotSupportedException", "both are supported", "DeleteGitHubAccountToken", "ListGitHubAccountTokenNames"),
    ];
}
