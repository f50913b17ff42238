using Sluice.World.Refusals;

namespace Sluice.Deployments.Tests.Refusals;

internal static class ApplicationRefusals
{
    public static IReadOnlyList<Refusal> All { get; } =
    [
        new("CreateApplication", "ApplicationAlreadyExistsException", "{'applicationName':'shop'}", "an application named 'shop' already"),
        new("CreateApplication", "InvalidComputePlatformException", "{'computePlatform':'Mainframe'}", "'computePlatform' failed to satisfy constraint: Member must satisfy enum value set: [Server, Lambda, ECS]"),
        new("CreateApplication", "InvalidTagsToAddException", "{'tags':[{'Key':'aws:a'}]}", "tags[0].Key: 'aws:a' begins with 'aws:'"),
        new("CreateApplication", "InvalidTagsToAddException", $"{{'tags':[{Many.Of(51, "{{'Key':'k{0}'}}")}]}}", "at most 50, not 51"),
        new("UpdateApplication", "ApplicationAlreadyExistsException", "{'newApplicationName':'site'}", "an application named 'site' already"),
        new("UpdateApplication", "InvalidApplicationNameException", "{'newApplicationName':'a b'}", "'newApplicationName' failed to satisfy constraint"),
        new("BatchGetApplications", "ApplicationNameRequiredException", "{'applicationNames':null}", "'applicationNames'"),
        new("BatchGetApplications", "ApplicationNameRequiredException", "{'applicationNames':[]}", "expected 1 to 100"),
        new("BatchGetApplications", "InvalidApplicationNameException", "{'applicationNames':['shop','a b']}", "'applicationNames.2.member' failed to satisfy constraint"),
        new("BatchGetApplications", "ApplicationDoesNotExistException", "{'applicationNames':['shop','nothing','neither']}", "'nothing', 'neither'"),
        new("BatchGetApplications", "BatchLimitExceededException", $"{{'applicationNames':[{Many.Of(101, "'a{0}'")}]}}", "101 at once; expected at most 100"),
        new("DeleteGitHubAccountToken", "GitHubAccountTokenNameRequiredException", "{'tokenName':null}", "'tokenName'"),
        new("DeleteGitHubAccountToken", "InvalidGitHubAccountTokenNameException", "{'tokenName':''}", "'tokenName' failed to satisfy constraint"),
        new("DeleteGitHubAccountToken", "GitHubAccountTokenDoesNotExistException", "{}", "'mine'"),
    ];
}
