using Sluice.World.Refusals;

namespace Sluice.Builds.Tests.Refusals;

internal static class ProjectRefusals
{
    private const string Invalid = "InvalidInputException";
    private const string Missing = "ResourceNotFoundException";
    private const string Inline = "'buildspec':'version: 0.2\\n'";

    public static IReadOnlyList<Refusal> All { get; } =
    [
        new("CreateProject", "ResourceAlreadyExistsException", "{'name':'web'}", "a project named 'web' already"),
        new("CreateProject", Invalid, "{'name':'a b'}", "'name' failed to satisfy constraint"),
        new("CreateProject", Invalid, "{'source':{'type':'NO_SOURCE'}}", "source.buildspec: a project without a source has its buildspec here"),
        new("CreateProject", Invalid, "{'source':{'type':'NO_SOURCE','buildspec':'ci/build.yml'}}", "has no file to name"),
        new("CreateProject", Invalid, $"{{'source':{{'type':'NO_SOURCE','location':'x',{Inline}}}}}", "source.location: a source of the type NO_SOURCE has none"),
        new("CreateProject", Invalid, "{'source':{'type':'GITHUB'}}", "source.location: a source of the type GITHUB needs one"),
        new("CreateProject", Invalid, "{'source':{'type':'GITHUB','location':'github.com/a/b'}}", "expected https://HOST/PATH.git"),
        new("CreateProject", Invalid, "{'source':{'type':'GITHUB','location':'https://me:secret@github.com/a/b'}}", "it has a password in it"),
        new("CreateProject", Invalid, "{'source':{'type':'S3','location':'bucket'}}", "expected BUCKET/KEY"),
        new("CreateProject", Invalid, $"{{'source':{{'type':'NO_SOURCE',{Inline},'gitSubmodulesConfig':{{'fetchSubmodules':true}}}}}}", "has no submodules"),
        new("CreateProject", Invalid, $"{{'source':{{'type':'NO_SOURCE',{Inline},'reportBuildStatus':true}}}}", "a build's status cannot be told"),
        new("CreateProject", Invalid, "{'source':{'type':'CODEPIPELINE'}}", "CODEPIPELINE is for both"),
        new("CreateProject", Invalid, "{'artifacts':{'type':'CODEPIPELINE'}}", "CODEPIPELINE is for both"),
        new("CreateProject", Invalid, "{'artifacts':{'type':'S3'}}", "artifacts.location: expected a bucket's name"),
        new("CreateProject", Invalid, "{'artifacts':{'type':'S3','location':'bucket/folder'}}", "artifacts.location: expected a bucket's name"),
        new("CreateProject", Invalid, "{'secondarySources':[{'type':'NO_SOURCE','sourceIdentifier':'a'}]}", "NO_SOURCE is none of the types of a secondary source"),
        new("CreateProject", Invalid, "{'secondarySources':[{'type':'S3','location':'bucket/a.zip'}]}", "secondarySources[0].sourceIdentifier"),
        new("CreateProject", Invalid, "{'secondarySources':[{'type':'S3','location':'bucket/a','sourceIdentifier':'a'},{'type':'S3','location':'bucket/b','sourceIdentifier':'a'}]}", "the identifier 'a' is there 2 times"),
        new("CreateProject", Invalid, "{'secondarySourceVersions':[{'sourceIdentifier':'a','sourceVersion':'main'}]}", "there is no secondary source 'a'"),
        new("CreateProject", Invalid, "{'secondaryArtifacts':[{'type':'NO_ARTIFACTS','artifactIdentifier':'a'}]}", "NO_ARTIFACTS is none of the types"),
        new("CreateProject", Invalid, "{'secondaryArtifacts':[{'type':'S3','location':'bucket'}]}", "secondaryArtifacts[0].artifactIdentifier"),
        new("CreateProject", Invalid, "{'secondaryArtifacts':[{'type':'S3','location':'bucket','artifactIdentifier':'a'},{'type':'S3','location':'bucket','artifactIdentifier':'a'}]}", "the identifier 'a' is there 2 times"),
        new("CreateProject", Invalid, Environment("'environmentVariables':[{'name':'CODEBUILD_X','value':'1'},{'name':'A=B','value':'1'}]"), "names that begin with CODEBUILD_ are reserved; environment.environmentVariables[1].name"),
        new("CreateProject", Invalid, Environment("'environmentVariables':[{'name':'A','value':'1'},{'name':'A','value':'2'}]"), "the name 'A' is there 2 times"),
        new("CreateProject", Invalid, Environment("'registryCredential':{'credential':'secret','credentialProvider':'SECRETS_MANAGER'}"), "is used with SERVICE_ROLE"),
        new("CreateProject", Invalid, Environment("'certificate':'bucket'"), "expected BUCKET/KEY of a PEM file"),
        new("CreateProject", Invalid, Environment("'computeType':'BUILD_LAMBDA_1GB'"), "BUILD_LAMBDA_1GB is not a size of LINUX_CONTAINER"),
        new("CreateProject", Invalid, Environment("'computeType':'ATTRIBUTE_BASED_COMPUTE'"), "environment.computeConfiguration"),
        new("CreateProject", Invalid, Environment("'type':'LINUX_LAMBDA_CONTAINER','computeType':'BUILD_LAMBDA_1GB','privilegedMode':true"), "Lambda runs no containers within"),
        new("CreateProject", Invalid, "{'cache':{'type':'S3'}}", "cache.location"),
        new("CreateProject", Invalid, "{'cache':{'type':'LOCAL'}}", "cache.modes"),
        new("CreateProject", Invalid, "{'cache':{'type':'NO_CACHE','modes':['LOCAL_CUSTOM_CACHE']}}", "cache.modes"),
        new("CreateProject", Invalid, "{'logsConfig':{'s3Logs':{'status':'ENABLED'}}}", "logsConfig.s3Logs.location"),
        new("CreateProject", Invalid, "{'concurrentBuildLimit':0}", "expected 1 or more, or -1 for none"),
        new("CreateProject", Invalid, "{'autoRetryLimit':11}", "autoRetryLimit: expected 0 to 10, not 11"),
        new("CreateProject", Invalid, "{'vpcConfig':{'vpcId':'vpc-1'}}", "expected vpcId, subnets and securityGroupIds"),
        new("CreateProject", Invalid, "{'fileSystemLocations':[{'type':'EFS'}]}", "fileSystemLocations[0]"),
        new("CreateProject", Invalid, "{'tags':[{'key':'aws:a','value':'1'}]}", "begins with 'aws:'"),
        new("UpdateProject", Missing, "{'name':'nothing'}", "no project named 'nothing'"),
        new("UpdateProject", Invalid, "{'autoRetryLimit':11,'cache':{'type':'S3'}}", "cache.location: expected BUCKET or BUCKET/PREFIX, not ''; autoRetryLimit"),
        new("BatchGetProjects", Invalid, "{'names':[]}", "'names' failed to satisfy constraint"),
        new("DeleteProject", Invalid, "{'name':''}", "'name' failed to satisfy constraint"),
        new("ListProjects", Invalid, "{'nextToken':'x'}", "not given out for this listing"),
        new("ListSharedProjects", Invalid, "{'maxResults':0}", "'maxResults' failed to satisfy constraint"),
        new("InvalidateProjectCache", Missing, "{'projectName':'nothing'}", "no project named 'nothing'"),
        new("InvalidateProjectCache", Invalid, "{'projectName':''}", "'projectName' failed to satisfy constraint"),
        new("UpdateProjectVisibility", Missing, "{'projectArn':'arn:aws:codebuild:us-east-1:123456789012:project/nothing'}", "no project named 'nothing'"),
        new("UpdateProjectVisibility", Invalid, "{'projectArn':'web'}", "names no project here; expected arn:aws:codebuild:us-east-1:123456789012:project/NAME"),
    ];

    private static string Environment(string more) => $"{{'environment':{{'image':'local',{Without(more, "type", "LINUX_CONTAINER")}{Without(more, "computeType", "BUILD_GENERAL1_SMALL")}{more}}}}}";

    private static string Without(string more, string member, string value) => more.Contains($"'{member}'", StringComparison.Ordinal) ? "" : $"'{member}':'{value}',";
}
