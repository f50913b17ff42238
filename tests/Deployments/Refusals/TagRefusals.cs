using Sluice.World.Refusals;

namespace Sluice.Deployments.Tests.Refusals;

internal static class TagRefusals
{
    private const string Arn = "'ResourceArn':'arn:aws:codedeploy:us-east-1:123456789012:";

    public static IReadOnlyList<Refusal> All { get; } =
    [
        .. Changing("ApplicationDoesNotExistException", $"{{{Arn}application:nothing'}}", "'nothing'"),
        .. Changing("DeploymentGroupDoesNotExistException", $"{{{Arn}deploymentgroup:shop/nothing'}}", "'nothing'"),
        .. Changing("InvalidArnException", "{'ResourceArn':'arn:aws:codedeploy:eu-west-1:123456789012:application:shop'}", "names nothing here; expected arn:aws:codedeploy:us-east-1"),
        .. Changing("InvalidArnException", "{'ResourceArn':'arn:aws:codedeploy:us-east-1:999999999999:application:shop'}", "names nothing here"),
        .. Changing("TagRequiredException", "{'Tags':null,'TagKeys':null}", "'Tag"),
        .. Changing("TagRequiredException", "{'Tags':[],'TagKeys':[]}", "at least one was expected"),
        new("TagResource", "InvalidTagsToAddException", "{'Tags':[{'Key':'aws:a'}]}", "tags[0].Key: 'aws:a' begins with 'aws:', which is AWS's own"),
        new("TagResource", "InvalidTagsToAddException", "{'Tags':[{'Key':'a'},{'Key':'a'}]}", "the key 'a' is there 2 times"),
        new("TagResource", "InvalidTagsToAddException", $"{{'Tags':[{Many.Of(51, "{{'Key':'k{0}'}}")}]}}", "at most 50, not 51"),
        new("ListTagsForResource", "InvalidArnException", $"{{{Arn}application:nothing'}}", "names nothing: No application is named 'nothing'"),
    ];

    private static IEnumerable<Refusal> Changing(string error, string edit, string says) =>
        [new("TagResource", error, edit, says), new("UntagResource", error, edit, says)];
}
