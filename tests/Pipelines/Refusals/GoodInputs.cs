using Sluice.World.Refusals;

namespace Sluice.Pipelines.Tests.Refusals;

/// <summary>An input of each operation that <see cref="RefusedWorld"/> takes, so that a refusal is due to what is changed in it.</summary>
internal static class GoodInputs
{
    public const string Arn = "arn:aws:codepipeline:us-east-1:123456789012:";

    public const string PartnerType = "{'id':{'category':'Test','owner':'ThirdParty','provider':'Probe','version':'1'},'executor':{'type':'JobWorker','configuration':{'jobWorkerExecutorConfiguration':{'pollingAccounts':['123456789012']}}},"
        + "'inputArtifactDetails':{'minimumCount':0,'maximumCount':1},'outputArtifactDetails':{'minimumCount':0,'maximumCount':1}}";

    private const string Press = "'category':'Build','provider':'Press','version':'1'";
    private const string Counts = "'inputArtifactDetails':{'minimumCount':0,'maximumCount':1},'outputArtifactDetails':{'minimumCount':0,'maximumCount':1}";
    private const string Failure = "'failureDetails':{'type':'JobFailed','message':'broken'}";

    public static InputSet All { get; } = new(new Dictionary<string, string>
    {
        ["AcknowledgeJob"] = "'jobId':'$handed','nonce':'$handedNonce'",
        ["AcknowledgeThirdPartyJob"] = "'jobId':'$partnersHanded','nonce':'$partnersHandedNonce','clientToken':'secret'",
        ["CreateCustomActionType"] = $"'category':'Build','provider':'New','version':'1',{Counts}",
        ["CreatePipeline"] = $"'pipeline':{Pipeline("new")}",
        ["DeleteCustomActionType"] = Press,
        ["DeletePipeline"] = "'name':'done'",
        ["DeleteWebhook"] = "'name':'hooked'",
        ["DisableStageTransition"] = "'pipelineName':'done','stageName':'Build','transitionType':'Inbound','reason':'frozen'",
        ["EnableStageTransition"] = "'pipelineName':'done','stageName':'Build','transitionType':'Inbound'",
        ["GetActionType"] = "'category':'Test','owner':'ThirdParty','provider':'Probe','version':'1'",
        ["GetJobDetails"] = "'jobId':'$handed'",
        ["GetPipeline"] = "'name':'done'",
        ["GetPipelineExecution"] = "'pipelineName':'done','pipelineExecutionId':'$doneRun'",
        ["GetPipelineState"] = "'name':'done'",
        ["GetThirdPartyJobDetails"] = "'jobId':'$partnersHanded','clientToken':'secret'",
        ["ListActionExecutions"] = "'pipelineName':'done'",
        ["ListActionTypes"] = "",
        ["ListDeployActionExecutionTargets"] = "'pipelineName':'done','actionExecutionId':'$deployAction'",
        ["ListPipelineExecutions"] = "'pipelineName':'done'",
        ["ListPipelines"] = "",
        ["ListRuleExecutions"] = "'pipelineName':'held'",
        ["ListRuleTypes"] = "",
        ["ListTagsForResource"] = $"'resourceArn':'{Arn}done'",
        ["ListWebhooks"] = "",
        ["OverrideStageCondition"] = "'pipelineName':'held','stageName':'Build','pipelineExecutionId':'$heldRun','conditionType':'BEFORE_ENTRY'",
        ["PollForJobs"] = $"'actionTypeId':{{'owner':'Custom',{Press}}}",
        ["PollForThirdPartyJobs"] = "'actionTypeId':{'category':'Test','owner':'ThirdParty','provider':'Probe','version':'1'}",
        ["PutActionRevision"] = "'pipelineName':'done','stageName':'Source','actionName':'Checkout','actionRevision':{'revisionId':'r1','revisionChangeId':'c1','created':1700000000}",
        ["PutApprovalResult"] = "'pipelineName':'waiting','stageName':'Gate','actionName':'Ask','token':'$waitingToken','result':{'status':'Approved','summary':'fine'}",
        ["PutJobFailureResult"] = $"'jobId':'$taken',{Failure}",
        ["PutJobSuccessResult"] = "'jobId':'$taken'",
        ["PutThirdPartyJobFailureResult"] = $"'jobId':'$partnersTaken','clientToken':'secret',{Failure}",
        ["PutThirdPartyJobSuccessResult"] = "'jobId':'$partnersTaken','clientToken':'secret'",
        ["PutWebhook"] = "'webhook':{'name':'new','targetPipeline':'done','targetAction':'Checkout','filters':[{'jsonPath':'$.ref'}],'authentication':'UNAUTHENTICATED','authenticationConfiguration':{}}",
        ["DeregisterWebhookWithThirdParty"] = "'webhookName':'hooked'",
        ["RegisterWebhookWithThirdParty"] = "'webhookName':'registered'",
        ["RetryStageExecution"] = "'pipelineName':'failed','stageName':'Build','pipelineExecutionId':'$failedRun','retryMode':'FAILED_ACTIONS'",
        ["RollbackStage"] = "'pipelineName':'done','stageName':'Build','targetPipelineExecutionId':'$doneRun'",
        ["StartPipelineExecution"] = "'name':'done'",
        ["StopPipelineExecution"] = "'pipelineName':'waiting','pipelineExecutionId':'$waitingRun'",
        ["TagResource"] = $"'resourceArn':'{Arn}done','tags':[{{'key':'team','value':'web'}}]",
        ["UntagResource"] = $"'resourceArn':'{Arn}done','tagKeys':['team']",
        ["UpdateActionType"] = $"'actionType':{PartnerType}",
        ["UpdatePipeline"] = $"'pipeline':{Pipeline("done")}",
    });

    /// <summary>A pipeline's declaration.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="replaced">What is there instead of something.</param>
    public static string Pipeline(string name, params IEnumerable<(string What, string By)> replaced) => replaced.Aggregate(
        $$"""
        {'name':'{{name}}','roleArn':'arn:aws:iam::123456789012:role/pipeline','pipelineType':'V2','artifactStore':{'type':'S3','location':'sluice-artifacts'},'stages':[
          {'name':'Source','actions':[{'name':'Checkout','actionTypeId':{'category':'Source','owner':'Custom','provider':'Git','version':'1'},'configuration':{'Repository':'/srv/app','Branch':'main'},'outputArtifacts':[{'name':'Source'}]}]},
          {'name':'Build','actions':[{'name':'Compile','actionTypeId':{'category':'Build','owner':'AWS','provider':'CodeBuild','version':'1'},'configuration':{'ProjectName':'app'},'inputArtifacts':[{'name':'Source'}]}]}]}
        """,
        (text, one) => text.Contains(one.What, StringComparison.Ordinal) ? text.Replace(one.What, one.By, StringComparison.Ordinal) : throw new ArgumentException($"There is no {one.What} in the pipeline.", nameof(replaced)));
}
