using Sluice.World.Refusals;
using static Sluice.Pipelines.Tests.Refusals.Refused;

namespace Sluice.Pipelines.Tests.Refusals;

internal static class JobRefusals
{
    private const string NoJob = "JobNotFoundException";
    private const string Nonce = "InvalidNonceException";
    private const string Token = "InvalidClientTokenException";
    private const string State = "InvalidJobStateException";
    private static readonly string _unknown = $"{{'jobId':'{Unknown}'}}";

    public static IReadOnlyList<Refusal> All { get; } =
    [
        .. new[] { "AcknowledgeJob", "GetJobDetails", "PutJobFailureResult", "PutJobSuccessResult" }.SelectMany(operation => (Refusal[])
        [
            Constraint(operation, "jobId"),
            new(operation, NoJob, _unknown, "no such job"),

            // Of a partner's job nobody learns without its client token.
            new(operation, NoJob, "{'jobId':'$partnersTaken'}", "no such job"),
        ]),
        .. new[] { "AcknowledgeThirdPartyJob", "GetThirdPartyJobDetails", "PutThirdPartyJobFailureResult", "PutThirdPartyJobSuccessResult" }.SelectMany(operation => (Refusal[])
        [
            Constraint(operation, "jobId", "''"),
            new(operation, NoJob, _unknown, "no such job"),
            new(operation, Token, "{'clientToken':'guessed'}", "not that of the job's action"),
        ]),
        new("AcknowledgeJob", Nonce, "{'nonce':'guessed'}", "not that of the job"),
        new("AcknowledgeThirdPartyJob", Nonce, "{'nonce':'guessed'}", "not that of the job"),
        new("GetThirdPartyJobDetails", "InvalidJobException", "{'jobId':'$taken'}", "none of a partner's"),
        new("PutJobFailureResult", State, "{'jobId':'$handed'}", "only one that was acknowledged"),
        new("PutJobSuccessResult", State, "{'jobId':'$handed'}", "only one that was acknowledged"),
        new("PutThirdPartyJobFailureResult", State, "{'jobId':'$partnersHanded'}", "only one that was acknowledged"),
        new("PutThirdPartyJobSuccessResult", State, "{'jobId':'$partnersHanded'}", "only one that was acknowledged"),
        new("PutJobSuccessResult", Validation, "{'continuationToken':'next','outputVariables':{'A':'1'}}", "not expected together with a continuationToken"),
        new("PutJobSuccessResult", "OutputVariablesSizeExceededException", $"{{'outputVariables':{{'A':'{new string('x', 122_880)}'}}}}", "at most 122880 are taken"),
        new("PollForJobs", "ActionTypeNotFoundException", "{'actionTypeId':{'category':'Build','owner':'Custom','provider':'Nobody','version':'1'}}", "no action type"),
        new("PollForJobs", Validation, "{'actionTypeId':{'category':'Build','owner':'AWS','provider':'CodeBuild','version':'1'}}", "Custom was expected, not AWS"),
        new("PollForJobs", Validation, "{'queryParam':{'Line':'1'}}", "no queryable property"),
        new("PollForThirdPartyJobs", "ActionTypeNotFoundException", "{'actionTypeId':{'category':'Build','owner':'ThirdParty','provider':'Nobody','version':'1'}}", "no action type"),
        new("PollForThirdPartyJobs", Validation, "{'actionTypeId':{'category':'Build','owner':'Custom','provider':'Press','version':'1'}}", "ThirdParty was expected, not Custom"),
    ];
}
