using Sluice.World.Refusals;

namespace Sluice.Builds.Tests.Refusals;

/// <summary>Credentials, fleets and policies.</summary>
internal static class SettingRefusals
{
    private const string Invalid = "InvalidInputException";
    private const string Missing = "ResourceNotFoundException";
    private const string Exists = "ResourceAlreadyExistsException";
    private const string Arn = World.HandedReport.Arn;

    public static IReadOnlyList<Refusal> All { get; } =
    [
        new("ImportSourceCredentials", Exists, "{'serverType':'GITLAB','shouldOverwrite':false}", "There is a credential for GITLAB already"),
        new("ImportSourceCredentials", Invalid, "{'authType':'OAUTH'}", "OAUTH is made in CodeBuild's console only"),
        new("ImportSourceCredentials", Invalid, "{'authType':'BASIC_AUTH','username':'me'}", "BASIC_AUTH is for BITBUCKET, not for GITHUB"),
        new("ImportSourceCredentials", Invalid, "{'authType':'BASIC_AUTH','serverType':'BITBUCKET'}", "username: expected with BASIC_AUTH"),
        new("ImportSourceCredentials", Invalid, "{'token':'a\\nb'}", "none of them a control character"),
        new("ImportSourceCredentials", Invalid, "{'authType':'SECRETS_MANAGER'}", "expects the ARN of a resource of secretsmanager here"),
        new("DeleteSourceCredentials", Missing, $"{{'arn':'{Arn}token/github'}}", "There is no credential"),
        new("DeleteSourceCredentials", Invalid, "{'arn':'github'}", $"names no credential here; expected {Arn}token/SERVER"),
        new("CreateFleet", Exists, "{'name':'linux'}", "a fleet named 'linux' already"),
        new("CreateFleet", Invalid, "{'baseCapacity':0}", "baseCapacity: expected 1 or more, not 0"),
        new("CreateFleet", Invalid, "{'computeType':'BUILD_LAMBDA_1GB'}", "Lambda's sizes need no fleet"),
        new("CreateFleet", Invalid, "{'computeType':'ATTRIBUTE_BASED_COMPUTE'}", "computeConfiguration: ATTRIBUTE_BASED_COMPUTE"),
        new("CreateFleet", Invalid, "{'computeType':'CUSTOM_INSTANCE_TYPE','computeConfiguration':{'disk':1}}", "computeConfiguration.instanceType"),
        new("CreateFleet", Invalid, "{'vpcConfig':{'vpcId':'vpc-1'}}", "expected vpcId, subnets and securityGroupIds"),
        new("CreateFleet", Invalid, "{'scalingConfiguration':{'maxCapacity':1}}", "scalingConfiguration.maxCapacity: expected the baseCapacity of 2 or more, not 1"),
        new("CreateFleet", Invalid, "{'scalingConfiguration':{'maxCapacity':3,'targetTrackingScalingConfigs':[{'targetValue':120}]}}", "expected a percentage above 0, not 120"),
        new("CreateFleet", Invalid, "{'proxyConfiguration':{'orderedProxyRules':[{'type':'IP','effect':'ALLOW','entities':['example.com']}]}}", "expected addresses such as 10.0.0.0/8, not 'example.com'"),
        new("CreateFleet", Invalid, "{'tags':[{'key':'aws:a','value':'1'}]}", "begins with 'aws:'"),
        new("UpdateFleet", Missing, $"{{'arn':'{Arn}fleet/linux:other'}}", "There is no fleet named 'linux', or not with this id"),
        new("UpdateFleet", Invalid, "{'arn':'linux'}", $"names no fleet here; expected {Arn}fleet/NAME:ID"),
        new("UpdateFleet", Invalid, "{'baseCapacity':-1}", "baseCapacity: expected 1 or more, not -1"),
        new("DeleteFleet", Invalid, "{'arn':'linux'}", "names no fleet here"),
        new("BatchGetFleets", Invalid, "{'names':[]}", "'names' failed to satisfy constraint"),
        new("ListFleets", Invalid, "{'nextToken':'x'}", "not given out for this listing"),
        new("PutResourcePolicy", Missing, $"{{'resourceArn':'{Arn}project/nothing'}}", "There is no"),
        new("PutResourcePolicy", Invalid, $"{{'resourceArn':'{Arn}fleet/linux'}}", "names neither a project nor a report group here"),
        new("PutResourcePolicy", Invalid, "{'policy':'[]'}", "policy: expected a JSON object with Version and Statement"),
        new("PutResourcePolicy", Invalid, "{'policy':'{\\\"Version\\\":\\\"1\\\"}'}", "policy.Version: expected 2012-10-17 or 2008-10-17; policy.Statement: expected at least one statement"),
        new("PutResourcePolicy", Invalid, "{'policy':'{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":[{\\\"Effect\\\":\\\"Maybe\\\"}]}'}", "policy.Statement[0].Effect: expected Allow or Deny; policy.Statement[0]: Principal is missing"),
        new("GetResourcePolicy", Missing, $"{{'resourceArn':'{Arn}project/other'}}", "has no policy"),
        new("GetResourcePolicy", Invalid, "{'resourceArn':'web'}", "names neither a project nor a report group here"),
        new("DeleteResourcePolicy", Invalid, "{'resourceArn':'web'}", "names neither a project nor a report group here"),
    ];
}
