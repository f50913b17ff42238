using Sluice.World.Refusals;

namespace Sluice.Deployments.Tests.Refusals;

internal static class InstanceRefusals
{
    private const string Session = "'iamSessionArn':'arn:aws:sts::123456789012:assumed-role/r/";

    public static IReadOnlyList<Refusal> All { get; } =
    [
        new("RegisterOnPremisesInstance", "InstanceNameAlreadyRegisteredException", "{'instanceName':'one'}", "'one' is registered already"),
        new("RegisterOnPremisesInstance", "IamArnRequiredException", "{'iamUserArn':null}", "iamUserArn or iamSessionArn: one of them is required"),
        new("RegisterOnPremisesInstance", "MultipleIamArnsProvidedException", $"{{{Session}new'}}", "one of them was expected, not both"),
        new("RegisterOnPremisesInstance", "InvalidIamUserArnException", "{'iamUserArn':'me'}", "an ARN such as arn:aws:iam::123456789012:user/host was expected, not 'me'"),
        new("RegisterOnPremisesInstance", "InvalidIamSessionArnException", "{'iamUserArn':null,'iamSessionArn':'me'}", "assumed-role/role/host was expected, not 'me'"),
        new("RegisterOnPremisesInstance", "IamUserArnAlreadyRegisteredException", "{'iamUserArn':'arn:aws:iam::123456789012:user/one'}", "user/one' is registered with another"),
        new("RegisterOnPremisesInstance", "IamSessionArnAlreadyRegisteredException", $"{{'iamUserArn':null,{Session}two'}}", "r/two' is registered with another"),
        new("GetOnPremisesInstance", "InstanceNotRegisteredException", "{'instanceName':'never'}", "'never'"),
        new("ListOnPremisesInstances", "InvalidRegistrationStatusException", "{'registrationStatus':'Perhaps'}", "[Registered, Deregistered]"),
        new("ListOnPremisesInstances", "InvalidTagFilterException", "{'tagFilters':[{'Type':'KEY_ONLY'}]}", "tagFilters[0].Key: is required for KEY_ONLY"),
        new("BatchGetOnPremisesInstances", "BatchLimitExceededException", $"{{'instanceNames':[{Many.Of(101, "'h{0}'")}]}}", "expected at most 100"),
        new("AddTagsToOnPremisesInstances", "TagLimitExceededException", $"{{'tags':[{Many.Of(11, "{{'Key':'k{0}'}}")}]}}", "'one' would have 11 tags; at most 10 were expected"),
        .. Tagging("InstanceLimitExceededException", $"{{'instanceNames':[{Many.Of(101, "'h{0}'")}]}}", "at most 100 were expected, not 101"),
        .. Tagging("InstanceNotRegisteredException", "{'instanceNames':['one','never','neither']}", "'never', 'neither'"),
        .. Tagging("TagRequiredException", "{'tags':[]}", "tags: at least one was expected"),
        .. Tagging("InvalidTagException", $"{{'tags':[{{'Key':'{new string('k', 129)}'}}]}}", "tags[0].Key: 1 to 128 characters were expected, not 129"),
        .. Tagging("InvalidTagException", $"{{'tags':[{{'Key':'k','Value':'{new string('v', 257)}'}}]}}", "tags[0].Value: at most 256 characters were expected, not 257"),
    ];

    private static IEnumerable<Refusal> Tagging(string error, string edit, string says) =>
        [new("AddTagsToOnPremisesInstances", error, edit, says), new("RemoveTagsFromOnPremisesInstances", error, edit, says)];
}
