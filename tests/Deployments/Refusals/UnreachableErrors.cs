namespace Sluice.Deployments.Tests.Refusals;

/// <summary>The errors that the model declares and nothing here can provoke, each with the reason.</summary>
internal static class UnreachableErrors
{
    public static IReadOnlyList<(string Error, string Why, string[] Operations)> All { get; } =
    [
        ("ApplicationLimitExceededException", "applications are not limited in number", ["CreateApplication"]),
        ("DeploymentConfigLimitExceededException", "configurations are not limited in number", ["CreateDeploymentConfig"]),
        ("DeploymentGroupLimitExceededException", "groups are not limited in number", ["CreateDeploymentGroup"]),
        ("ThrottlingException", "nothing is throttled", ["CreateDeployment", "CreateDeploymentGroup", "UpdateDeploymentGroup"]),
        ("LifecycleHookLimitExceededException", "no hooks are made in Auto Scaling groups", ["CreateDeploymentGroup", "UpdateDeploymentGroup"]),
        ("InvalidRoleException", "the role was checked when the group was made, and nothing is done in it", ["CreateDeployment", "DeleteApplication", "DeleteDeploymentGroup"]),
        ("DeploymentConfigDoesNotExistException", "a configuration that a group has cannot be deleted", ["BatchGetDeploymentGroups", "GetDeploymentGroup"]),
        ("DeploymentConfigDoesNotExistException", "configurations have no tags: their ARNs are not supported", ["TagResource", "UntagResource"]),
        ("InvalidTagsToAddException", "nothing is added", ["UntagResource"]),
        ("TagLimitExceededException", "taking tags away leaves fewer", ["RemoveTagsFromOnPremisesInstances"]),
        ("InvalidTrafficRoutingConfigurationException", "configurations were checked when they were made, and steps in a name are the name's error", ["CreateDeployment", "CreateDeploymentGroup", "UpdateDeploymentGroup"]),
        ("InvalidLoadBalancerInfoException", "it is the group's, and was checked when the group was made", ["CreateDeployment"]),
        ("InvalidGitHubAccountTokenException", "revisions on GitHub are for servers", ["CreateDeployment"]),
        ("InvalidIgnoreApplicationStopFailuresValueException", "it is a boolean, and anything else a SerializationException", ["CreateDeployment"]),
        ("InvalidUpdateOutdatedInstancesOnlyValueException", "it is a boolean, and anything else a SerializationException", ["CreateDeployment"]),
        ("InvalidComputePlatformException", "the input names no platform", ["GetDeploymentConfig"]),
        ("InvalidInstanceNameException", "an instance of a deployment is its function, whose name is not an instance's", ["BatchGetDeploymentInstances", "GetDeploymentInstance", "GetDeploymentTarget"]),
        ("InvalidDeploymentTargetIdException", "an id of any form that is not the target's is of a target that does not exist", ["BatchGetDeploymentTargets", "GetDeploymentTarget"]),
        ("InstanceDoesNotExistException", "what is not there is a target", ["BatchGetDeploymentTargets"]),
        ("InvalidInstanceTypeException", "a label of an instance is another error's here", ["ListDeploymentTargets"]),
        ("InvalidDeploymentInstanceTypeException", "a type of an instance is another error's here", ["ListDeploymentInstances"]),
        ("InvalidTargetFilterNameException", "the filters are members of their own", ["ListDeploymentInstances"]),
        ("InvalidDeploymentStatusException", "the input names no status", ["ContinueDeployment"]),
        ("InvalidExternalIdException", "any text may be an external id", ["ListDeployments"]),
        ("InvalidInputException", "each member that can be wrong has an error of its own", ["ListDeployments"]),
        ("DeploymentGroupDoesNotExistException", "a deployment goes on when its group is deleted, and can be stopped", ["StopDeployment"]),
        ("UnsupportedActionForDeploymentTypeException", "deployments of each type that there is can be stopped and have hooks", ["StopDeployment", "PutLifecycleEventHookExecutionStatus"]),
        ("IamUserArnRequiredException", "a session will do too, so what is missing is IamArnRequiredException", ["RegisterOnPremisesInstance"]),
        ("ResourceValidationException", "what is wrong has an error of its own", ["DeleteGitHubAccountToken", "ListGitHubAccountTokenNames"]),
        ("OperationNotSupportedException", "both are supported", ["DeleteGitHubAccountToken", "ListGitHubAccountTokenNames"]),
    ];
}
