using Sluice.World.Refusals;

namespace Sluice.Deployments.Tests.Refusals;

internal static class DeploymentRefusals
{
    private const string Fleet = "'applicationName':'fleet','deploymentGroupName':'live'";

    public static IReadOnlyList<Refusal> All { get; } =
    [
        new("CreateDeployment", "RevisionRequiredException", "{'revision':null}", "updateOutdatedInstancesOnly deploys the group's target revision again"),
        new("CreateDeployment", "RevisionDoesNotExistException", "{'revision':null,'updateOutdatedInstancesOnly':true}", "no target revision yet"),
        new("CreateDeployment", "RevisionDoesNotExistException", "{'revision':{'revisionType':'AppSpecContent','appSpecContent':{'sha256':'00'}}}", "neither registered nor deployed"),
        new("CreateDeployment", "RevisionDoesNotExistException", "{'revision':{'revisionType':'S3','s3Location':{'bucket':'objects','key':'none.yml','bundleType':'YAML'}}}", "none.yml"),
        new("CreateDeployment", "InvalidRevisionException", "{'revision':{'revisionType':'AppSpecContent','appSpecContent':{'content':'version: 0.0'}}}", "Resources"),
        new("CreateDeployment", "InvalidRevisionException", $"{{'applicationName':'site','revision':{{'revisionType':'AppSpecContent','appSpecContent':{{'content':'{RefusedWorld.AppSpec}'}}}}}}", "compute platform is ECS, and the appspec is for Lambda"),
        new("CreateDeployment", "InvalidRevisionException", "{'revision':{'revisionType':'GitHub','gitHubLocation':{'repository':'a/b','commitId':'0123456789abcdef0123456789abcdef01234567'}}}", "GitHub is for the compute platform Server only"),
        new("CreateDeployment", "InvalidDeploymentConfigNameException", "{'deploymentConfigName':'a b'}", "'deploymentConfigName' failed to satisfy constraint"),
        new("CreateDeployment", "InvalidDeploymentConfigNameException", "{'deploymentConfigName':'CodeDeployDefault.OneAtATime'}", "is for the compute platform Server, and the group is for Lambda"),
        new("CreateDeployment", "DeploymentConfigDoesNotExistException", "{'deploymentConfigName':'nothing'}", "'nothing'; expected a predefined one"),
        new("CreateDeployment", "DescriptionTooLongException", $"{{'description':'{new string('d', 101)}'}}", "at most 100 characters were expected, not 101"),
        new("CreateDeployment", "DeploymentLimitExceededException", "{'deploymentGroupName':'busy'}", "has not ended. Wait for it or stop it; or let the group queue deployments"),
        new("CreateDeployment", "InvalidTargetInstancesException", "{'targetInstances':{}}", "for the compute platform Server only, not Lambda"),
        new("CreateDeployment", "InvalidTargetInstancesException", $"{{{Fleet},'targetInstances':{{'tagFilters':[{{'Key':'a'}}],'ec2TagSet':{{'ec2TagSetList':[]}}}}}}", "one of tagFilters and ec2TagSet was expected, not both"),
        new("CreateDeployment", "InvalidAutoScalingGroupException", $"{{{Fleet},'targetInstances':{{'autoScalingGroups':[{Many.Of(11, "'a{0}'")}]}}}}", "at most 10 were expected, not 11"),
        new("CreateDeployment", "InvalidAlarmConfigException", "{'overrideAlarmConfiguration':{'enabled':true}}", "at least one was expected"),
        new("CreateDeployment", "InvalidAlarmConfigException", "{'overrideAlarmConfiguration':{'bakeSeconds':172801}}", "0 to 172800 was expected, not 172801"),
        new("CreateDeployment", "InvalidAlarmConfigException", "{'overrideAlarmConfiguration':{'insufficientData':'IGNORE'}}", "[CONTINUE, WAIT, STOP]"),
        new("CreateDeployment", "AlarmsLimitExceededException", $"{{'overrideAlarmConfiguration':{{'alarms':[{Many.Of(11, "{{'name':'a{0}'}}")}]}}}}", "at most 10 were expected, not 11"),
        new("CreateDeployment", "InvalidAutoRollbackConfigException", "{'autoRollbackConfiguration':{'enabled':true,'events':['SOMETIMES']}}", "DEPLOYMENT_STOP_ON_REQUEST"),
        new("CreateDeployment", "InvalidFileExistsBehaviorException", "{'fileExistsBehavior':'PANIC'}", "[DISALLOW, OVERWRITE, RETAIN]"),
        new("ListDeployments", "ApplicationNameRequiredException", "{'applicationName':null}", "A deployment group is named without its application; expected both or neither"),
        new("ListDeployments", "DeploymentGroupNameRequiredException", "{'deploymentGroupName':null}", "An application is named without a deployment group; expected both or neither"),
        new("ListDeployments", "InvalidTimeRangeException", "{'createTimeRange':{'start':2000,'end':1000}}", "before it starts"),
        new("ListDeployments", "InvalidExternalIdException", $"{{'externalId':'{new string('a', 257)}'}}", "'externalId' failed to satisfy constraint: Member must have length less than or equal to 256"),
        new("ListDeployments", "InvalidDeploymentStatusException", "{'includeOnlyStatuses':['Gone']}", "Succeeded"),
        new("BatchGetDeployments", "DeploymentIdRequiredException", "{'deploymentIds':[]}", "deploymentId"),
        new("BatchGetDeployments", "InvalidDeploymentIdException", "{'deploymentIds':['d-1']}", "'d-1' is no deployment's id"),
        new("BatchGetDeployments", "BatchLimitExceededException", $"{{'deploymentIds':[{Many.Of(26, "'d-{0:D9}'")}]}}", "expected at most 25"),
        new("ContinueDeployment", "DeploymentAlreadyCompletedException", Of(RefusedWorld.Ended), "has ended: Succeeded"),
        new("ContinueDeployment", "DeploymentIsNotInReadyStateException", Of(RefusedWorld.Baking), "is InProgress; it is not waiting for READY_WAIT or TERMINATION_WAIT"),
        new("ContinueDeployment", "UnsupportedActionForDeploymentTypeException", "{'deploymentWaitType':'TERMINATION_WAIT'}", "moves a Lambda alias"),
        new("ContinueDeployment", "InvalidDeploymentWaitTypeException", "{'deploymentWaitType':'LUNCH'}", "[READY_WAIT, TERMINATION_WAIT]"),
        new("SkipWaitTimeForInstanceTermination", "DeploymentAlreadyCompletedException", Of(RefusedWorld.Ended), "has ended: Succeeded"),
        new("SkipWaitTimeForInstanceTermination", "DeploymentNotStartedException", Of(RefusedWorld.Shifting), "does not wait to end its original task set"),
        new("SkipWaitTimeForInstanceTermination", "UnsupportedActionForDeploymentTypeException", Of(RefusedWorld.Baking), "moves a Lambda alias"),
        new("StopDeployment", "DeploymentAlreadyCompletedException", Of(RefusedWorld.Ended), "has ended: Succeeded"),
        new("StopDeployment", "DeploymentAlreadyCompletedException", Of(RefusedWorld.Committed), "is ending the original: it cannot be stopped any more"),
        new("PutLifecycleEventHookExecutionStatus", "InvalidLifecycleEventHookExecutionStatusException", "{'status':'Skipped'}", "'Skipped' cannot be reported; expected Succeeded or Failed"),
        new("PutLifecycleEventHookExecutionStatus", "InvalidLifecycleEventHookExecutionStatusException", "{'status':null}", "expected Succeeded or Failed"),
        new("PutLifecycleEventHookExecutionStatus", "InvalidLifecycleEventHookExecutionIdException", "{'lifecycleEventHookExecutionId':'guessed'}", "not of a hook that this deployment runs now"),
        new("PutLifecycleEventHookExecutionStatus", "InvalidLifecycleEventHookExecutionIdException", "{'lifecycleEventHookExecutionId':null}", "not of a hook that this deployment runs now"),
        new("PutLifecycleEventHookExecutionStatus", "LifecycleEventAlreadyCompletedException", Of(RefusedWorld.Reported), "has reported Succeeded already"),
    ];

    private static string Of(string deploymentId) => $"{{'deploymentId':'{deploymentId}'}}";
}
