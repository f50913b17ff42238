using Sluice.World.Refusals;

namespace Sluice.Deployments.Tests.Refusals;

/// <summary>What many operations refuse in the same way: names and ids that are missing, malformed or of nothing, and tokens of other listings.</summary>
internal static class CommonRefusals
{
    private static readonly string[] _ofApplications =
    [
        "BatchGetApplicationRevisions", "BatchGetDeploymentGroups", "CreateApplication", "CreateDeployment", "CreateDeploymentGroup", "DeleteApplication",
        "DeleteDeploymentGroup", "GetApplication", "GetApplicationRevision", "GetDeploymentGroup", "ListApplicationRevisions", "ListDeploymentGroups",
        "ListDeployments", "RegisterApplicationRevision", "UpdateApplication", "UpdateDeploymentGroup",
    ];

    private static readonly string[] _makingOrDeletingApplications = ["CreateApplication", "DeleteApplication", "DeleteDeploymentGroup"];

    private static readonly string[] _ofGroups =
        ["CreateDeployment", "CreateDeploymentGroup", "DeleteDeploymentGroup", "GetDeploymentGroup", "ListDeployments"];

    private static readonly string[] _ofConfigurations = ["CreateDeploymentConfig", "DeleteDeploymentConfig", "GetDeploymentConfig"];

    private static readonly string[] _ofDeployments =
    [
        "BatchGetDeploymentInstances", "BatchGetDeploymentTargets", "ContinueDeployment", "GetDeployment", "GetDeploymentInstance", "GetDeploymentTarget",
        "ListDeploymentInstances", "ListDeploymentTargets", "PutLifecycleEventHookExecutionStatus", "SkipWaitTimeForInstanceTermination", "StopDeployment",
    ];

    private static readonly string[] _ofInstances = ["DeregisterOnPremisesInstance", "GetOnPremisesInstance", "RegisterOnPremisesInstance"];

    private static readonly string[] _ofSeveralInstances =
        ["AddTagsToOnPremisesInstances", "BatchGetOnPremisesInstances", "RemoveTagsFromOnPremisesInstances"];

    private static readonly string[] _ofRevisions = ["GetApplicationRevision", "RegisterApplicationRevision"];

    private static readonly string[] _ofResources = ["ListTagsForResource", "TagResource", "UntagResource"];

    private static readonly string[] _listings =
    [
        "ListApplicationRevisions", "ListApplications", "ListDeploymentConfigs", "ListDeploymentGroups", "ListDeploymentInstances", "ListDeploymentTargets",
        "ListDeployments", "ListGitHubAccountTokenNames", "ListOnPremisesInstances",
    ];

    public static IReadOnlyList<Refusal> All { get; } =
    [
        .. Each(_ofApplications, "ApplicationNameRequiredException", "{'applicationName':null}", "pplication"),
        .. Each(_ofApplications, "InvalidApplicationNameException", "{'applicationName':'a b'}", "'applicationName' failed to satisfy constraint: Member must satisfy regular expression"),
        .. Each(_ofApplications, "InvalidApplicationNameException", $"{{'applicationName':'{new string('a', 101)}'}}", "less than or equal to 100"),
        .. Each(_ofApplications.Except(_makingOrDeletingApplications), "ApplicationDoesNotExistException", "{'applicationName':'nothing'}", "'nothing'"),
        .. Each(_ofGroups, "DeploymentGroupNameRequiredException", "{'deploymentGroupName':null}", "eployment"),
        .. Each(_ofGroups, "InvalidDeploymentGroupNameException", "{'deploymentGroupName':'a/b'}", "'deploymentGroupName' failed to satisfy constraint"),
        .. Each(["CreateDeployment", "GetDeploymentGroup", "ListDeployments"], "DeploymentGroupDoesNotExistException", "{'deploymentGroupName':'nothing'}", "'nothing'"),
        .. Each(_ofConfigurations, "DeploymentConfigNameRequiredException", "{'deploymentConfigName':null}", "'deploymentConfigName'"),
        .. Each(_ofConfigurations, "InvalidDeploymentConfigNameException", "{'deploymentConfigName':'a b'}", "'deploymentConfigName' failed to satisfy constraint"),
        .. Each(_ofDeployments, "DeploymentIdRequiredException", "{'deploymentId':null}", "deploymentId"),
        .. Each(_ofDeployments, "DeploymentIdRequiredException", "{'deploymentId':''}", "deploymentId"),
        .. Each(_ofDeployments, "InvalidDeploymentIdException", "{'deploymentId':'d-1'}", "'d-1' is no deployment's id; expected d- and nine of A-Z and 0-9"),
        .. Each(_ofDeployments, "DeploymentDoesNotExistException", "{'deploymentId':'d-NOTHING00'}", "'d-NOTHING00'"),
        .. Each(_ofInstances, "InstanceNameRequiredException", "{'instanceName':null}", "'instanceName'"),
        .. Each(_ofInstances, "InvalidInstanceNameException", "{'instanceName':'a b'}", "instanceName: 1 to 100 letters, digits and .-_+=,@ were expected, not 'a b'"),
        .. Each(_ofInstances, "InvalidInstanceNameException", "{'instanceName':'i-01234567'}", "begins with 'i-', which is for EC2 instances"),
        .. Each(_ofSeveralInstances, "InstanceNameRequiredException", "{'instanceNames':null}", "'instanceNames'"),
        .. Each(_ofSeveralInstances, "InstanceNameRequiredException", "{'instanceNames':[]}", "expected"),
        .. Each(_ofSeveralInstances, "InvalidInstanceNameException", "{'instanceNames':['one','a b']}", "not 'a b'"),
        .. Each(_ofRevisions, "RevisionRequiredException", "{'revision':null}", "'revision'"),
        .. Each(_ofRevisions, "InvalidRevisionException", "{'revision':{}}", "revision: one of s3Location, gitHubLocation, string and appSpecContent was expected, and it has none"),
        .. Each(_ofResources, "ResourceArnRequiredException", "{'ResourceArn':null}", "'ResourceArn'"),
        .. Each(_ofResources, "InvalidArnException", "{'ResourceArn':'shop'}", "expected arn:aws:codedeploy:us-east-1:123456789012:application:NAME"),
        .. Each(_ofResources, "ArnNotSupportedException", "{'ResourceArn':'arn:aws:codedeploy:us-east-1:123456789012:deploymentconfig:used'}", "applications and deployment groups can"),
        .. Each(_listings, "InvalidNextTokenException", "{'nextToken':'nonsense'}", "was not given out for this listing"),
    ];

    private static IEnumerable<Refusal> Each(IEnumerable<string> operations, string error, string edit, string says) =>
        operations.Select(operation => new Refusal(operation, error, edit, says));
}
