using Sluice.World.Refusals;
using static Sluice.Pipelines.Tests.Refusals.Refused;

namespace Sluice.Pipelines.Tests.Refusals;

internal static class ActionTypeRefusals
{
    private const string Concurrent = "ConcurrentModificationException";
    private const string NoType = "ActionTypeNotFoundException";

    public static IReadOnlyList<Refusal> All { get; } =
    [
        new("CreateCustomActionType", Validation, "{'provider':'Press'}", "There is an action type Build by 'Press', version '1' already"),
        new("CreateCustomActionType", Validation, "{'inputArtifactDetails':{'minimumCount':2,'maximumCount':1}}", "minimumCount 2 must not be more than maximumCount 1"),
        new("CreateCustomActionType", Validation, "{'configurationProperties':[{'name':'A','key':true,'secret':true,'required':true,'queryable':true}]}", "must not be secret"),
        new("CreateCustomActionType", "InvalidTagsException", "{'tags':[{'key':'aws:a','value':''}]}", "begins with 'aws:'"),
        new("CreateCustomActionType", "TooManyTagsException", $"{{'tags':[{Many.Of(51, "{{'key':'k{0}','value':''}}")}]}}", "at most 50, not 51"),
        new("CreateCustomActionType", Concurrent, "{'provider':'raced','version':'2'}", "changed by others"),
        Constraint("DeleteCustomActionType", "provider"),
        new("DeleteCustomActionType", Concurrent, "{'provider':'raced'}", "changed by others"),
        Constraint("GetActionType", "provider"),
        new("GetActionType", NoType, "{'provider':'Nobody'}", "no action type Test of ThirdParty by 'Nobody'"),
        Constraint("ListActionTypes", "regionFilter", "'x'"),
        NoToken("ListActionTypes"),
        Constraint("ListRuleTypes", "regionFilter", "'x'"),
        new("UpdateActionType", Validation, $"{{'actionType':{GoodInputs.PartnerType.Replace("'JobWorker'", "'Lambda'", StringComparison.Ordinal)}}}", "lambdaExecutorConfiguration was expected"),
        new("UpdateActionType", NoType, $"{{'actionType':{GoodInputs.PartnerType.Replace("'ThirdParty'", "'AWS'", StringComparison.Ordinal)}}}", "no action type Test of AWS"),
        new("UpdateActionType", "RequestFailedException", $"{{'actionType':{GoodInputs.PartnerType.Replace("'Probe'", "'raced'", StringComparison.Ordinal)}}}", "changed by others"),
        new("TagResource", Concurrent, $"{{'resourceArn':'{GoodInputs.Arn}raced-done'}}", "changed by others"),
        new("UntagResource", Concurrent, $"{{'resourceArn':'{GoodInputs.Arn}raced-done'}}", "changed by others"),
    ];
}
