using Sluice.Pipelines.Tests.Fakes;
using Sluice.World.Refusals;

namespace Sluice.Pipelines.Tests.Refusals;

internal static class JobRefusals
{
    private const string Validation = "ValidationException";
    private const string Missing = "JobNotFoundException";
    private const string Unknown = "{'jobId':'00000000-0000-4000-8000-000000000000'}";
    private const string None = "'inputArtifactDetails':{'minimumCount':0,'maximumCount':1},'outputArtifactDetails':{'minimumCount':0,'maximumCount':1}";
    private const string Failure = "'failureDetails':{'type':'JobFailed','message':'no','externalExecutionId':'x'}";
    private const string Success = "'executionDetails':{'summary':'s','externalExecutionId':'x','percentComplete':50},'currentRevision':{'revision':'r','changeIdentifier':'c','revisionSummary':'s'}";

    /// <summary>An input of each operation that the world takes.</summary>
    public static IReadOnlyDictionary<string, string> Inputs { get; } = new Dictionary<string, string>
    {
        ["CreateCustomActionType"] = $"'category':'Deploy','provider':'Own','version':'1',{None},'settings':{{'entityUrlTemplate':'https://x','executionUrlTemplate':'https://x','revisionUrlTemplate':'https://x','thirdPartyConfigurationUrl':'https://x'}},'configurationProperties':[{{'name':'A','required':true,'key':true,'secret':false,'queryable':true,'description':'d','type':'String'}}],'tags':[{{'key':'k','value':'v'}}]",
        ["DeleteCustomActionType"] = JobsHost.Type,
        ["ListActionTypes"] = "'actionOwnerFilter':'AWS'",
        ["ListRuleTypes"] = "'ruleOwnerFilter':'AWS'",
        ["GetActionType"] = JobsHost.Partners,
        ["UpdateActionType"] = $"'actionType':{{'id':{{{JobsHost.Partners}}},{JobsHost.PartnersRest()}}}",
        ["PollForJobs"] = $"'actionTypeId':{{{JobsHost.Type},'owner':'Custom'}},'maxBatchSize':1,'queryParam':{{'Project':'web'}}",
        ["AcknowledgeJob"] = "'jobId':'TAKEN','nonce':'NONCE'",
        ["GetJobDetails"] = "'jobId':'TAKEN'",
        ["PutJobSuccessResult"] = $"'jobId':'TAKEN',{Success}",
        ["PutJobFailureResult"] = $"'jobId':'TAKEN',{Failure}",
        ["PollForThirdPartyJobs"] = $"'actionTypeId':{{{JobsHost.Partners}}},'maxBatchSize':1",
        ["AcknowledgeThirdPartyJob"] = "'jobId':'PARTNERS','nonce':'PARTNONCE','clientToken':'shared'",
        ["GetThirdPartyJobDetails"] = "'jobId':'PARTNERS','clientToken':'shared'",
        ["PutThirdPartyJobSuccessResult"] = $"'jobId':'PARTNERS','clientToken':'shared',{Success}",
        ["PutThirdPartyJobFailureResult"] = $"'jobId':'PARTNERS','clientToken':'shared',{Failure}",
    };

    public static IReadOnlyList<Refusal> All { get; } =
    [
        new("CreateCustomActionType", Validation, "{'provider':'Jenkins','category':'Build'}", "There is an action type Build by 'Jenkins', version '1' already"),
        new("CreateCustomActionType", Validation, "{'provider':'Git','category':'Source'}", "comes with the suite"),
        new("CreateCustomActionType", "InvalidTagsException", "{'tags':[{'key':'aws:x','value':'v'}]}", "The tags cannot be taken"),
        new("CreateCustomActionType", "TooManyTagsException", $"{{'tags':[{string.Join(',', Enumerable.Range(0, 51).Select(i => $"{{'key':'k{i}','value':'v'}}"))}]}}", "at most 50"),
        new("DeleteCustomActionType", Validation, "{'version':''}", "'version' failed to satisfy constraint"),
        new("ListActionTypes", Validation, "{'actionOwnerFilter':'Nobody'}", "'actionOwnerFilter' failed to satisfy constraint"),
        new("ListActionTypes", "InvalidNextTokenException", "{'nextToken':'x'}", "not given out for this listing"),
        new("ListRuleTypes", Validation, "{'ruleOwnerFilter':'Nobody'}", "'ruleOwnerFilter' failed to satisfy constraint"),
        new("GetActionType", Validation, "{'owner':'Custom'}", "'owner' failed to satisfy constraint"),
        new("GetActionType", "ActionTypeNotFoundException", "{'version':'2'}", "There is no action type Test of ThirdParty by 'Partner', version '2'"),
        new("UpdateActionType", Validation, $"{{'actionType':{{'id':{{{JobsHost.Partners}}},{JobsHost.PartnersRest("'type':'Lambda','configuration':{}")}}}}}", "lambdaExecutorConfiguration was expected"),
        new("UpdateActionType", "ActionTypeNotFoundException", $"{{'actionType':{{'id':{{'category':'Build','owner':'AWS','provider':'CodeBuild','version':'1'}},{JobsHost.PartnersRest()}}}}}", "There is no action type Build of AWS"),
        new("PollForJobs", Validation, "{'queryParam':{'Password':'x'}}", "no queryable property"),
        new("PollForJobs", Validation, $"{{'actionTypeId':{{{JobsHost.Partners}}}}}", "Custom was expected, not ThirdParty"),
        new("PollForJobs", "ActionTypeNotFoundException", $"{{'actionTypeId':{{'category':'Build','provider':'Jenkins','version':'2','owner':'Custom'}}}}", "version '2'"),
        new("PollForThirdPartyJobs", Validation, $"{{'actionTypeId':{{{JobsHost.Type},'owner':'Custom'}}}}", "ThirdParty was expected, not Custom"),
        new("PollForThirdPartyJobs", "ActionTypeNotFoundException", "{'actionTypeId':{'category':'Test','owner':'ThirdParty','provider':'Partner','version':'2'}}", "version '2'"),
        new("AcknowledgeJob", Validation, "{'jobId':'x'}", "'jobId' failed to satisfy constraint"),
        new("AcknowledgeJob", "InvalidNonceException", "{'nonce':'guessed'}", "handed out again meanwhile, or never to you"),
        new("AcknowledgeJob", Missing, Unknown, "There is no such job"),
        new("GetJobDetails", Validation, "{'jobId':'x'}", "'jobId' failed to satisfy constraint"),
        new("GetJobDetails", Missing, Unknown, "There is no such job"),
        new("PutJobSuccessResult", Validation, "{'continuationToken':'t','outputVariables':{'A':'1'}}", "not expected together with a continuationToken"),
        new("PutJobSuccessResult", Missing, Unknown, "There is no such job"),
        new("PutJobSuccessResult", Missing, "{'jobId':'PARTNERS'}", "There is no such job"),
        new("PutJobSuccessResult", "InvalidJobStateException", "{'jobId':'OVER'}", "The job is Succeeded"),
        new("PutJobSuccessResult", "OutputVariablesSizeExceededException", $"{{'outputVariables':{{'A':'{new string('a', 122_880)}'}}}}", "at most 122880 are taken"),
        new("PutJobFailureResult", Validation, "{'failureDetails':{'type':'Other','message':'m'}}", "failed to satisfy constraint"),
        new("PutJobFailureResult", Missing, Unknown, "There is no such job"),
        new("PutJobFailureResult", "InvalidJobStateException", "{'jobId':'OVER'}", "The job is Succeeded"),
        new("AcknowledgeThirdPartyJob", Validation, "{'jobId':''}", "'jobId' failed to satisfy constraint"),
        new("AcknowledgeThirdPartyJob", "InvalidNonceException", "{'nonce':'guessed'}", "handed out again"),
        new("AcknowledgeThirdPartyJob", Missing, Unknown, "There is no such job"),
        new("AcknowledgeThirdPartyJob", "InvalidClientTokenException", "{'clientToken':'guessed'}", "The client token is not"),
        new("GetThirdPartyJobDetails", Validation, "{'jobId':''}", "'jobId' failed to satisfy constraint"),
        new("GetThirdPartyJobDetails", Missing, Unknown, "There is no such job"),
        new("GetThirdPartyJobDetails", "InvalidClientTokenException", "{'clientToken':'guessed'}", "The client token is not"),
        new("GetThirdPartyJobDetails", "InvalidJobException", "{'jobId':'TAKEN'}", "none of a partner's action"),
        new("PutThirdPartyJobSuccessResult", Validation, "{'jobId':''}", "'jobId' failed to satisfy constraint"),
        new("PutThirdPartyJobSuccessResult", Missing, Unknown, "There is no such job"),
        new("PutThirdPartyJobSuccessResult", "InvalidClientTokenException", "{'clientToken':'guessed'}", "The client token is not"),
        new("PutThirdPartyJobSuccessResult", "InvalidJobStateException", "{'jobId':'WAITING'}", "The job is Dispatched"),
        new("PutThirdPartyJobFailureResult", Validation, "{'jobId':''}", "'jobId' failed to satisfy constraint"),
        new("PutThirdPartyJobFailureResult", Missing, Unknown, "There is no such job"),
        new("PutThirdPartyJobFailureResult", "InvalidClientTokenException", "{'clientToken':'guessed'}", "The client token is not"),
        new("PutThirdPartyJobFailureResult", "InvalidJobStateException", "{'jobId':'WAITING'}", "The job is Dispatched"),
    ];

    public static IReadOnlyList<UnreachableError> Unreachable { get; } =
    [
        new("ConcurrentModificationException", "It takes others that change the same type twenty times meanwhile.", "CreateCustomActionType", "DeleteCustomActionType"),
        new("LimitExceededException", "It takes 50 types: ActionTypeTests makes them.", "CreateCustomActionType"),
        new("RequestFailedException", "It takes others that change the same type twenty times meanwhile.", "UpdateActionType"),
        new("InvalidNextTokenException", "The operation takes no token.", "ListRuleTypes"),
    ];
}
