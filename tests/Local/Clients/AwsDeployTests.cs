namespace Sluice.Local.Tests.Clients;

/// <summary><c>aws deploy</c>, unchanged, with every operation on the objects that deployments are made of.</summary>
public sealed class AwsDeployTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    private const string Revision = "--revision revisionType=S3,s3Location={bucket=builds,key=app.zip,bundleType=zip}";
    private const string Group = "--deployment-group-name live --service-role-arn arn:aws:iam::123456789012:role/deploy";
    private const string Style = "--deployment-style deploymentType=BLUE_GREEN,deploymentOption=WITH_TRAFFIC_CONTROL";
    private const string Arn = "--resource-arn arn:aws:codedeploy:us-east-1:123456789012:application:shop";

    private static readonly (string Command, string Answer)[] Commands =
    [
        ("create-application --application-name shop --compute-platform Lambda --tags Key=team,Value=web", "applicationId"),
        ("get-application --application-name shop", "\"computePlatform\": \"Lambda\""),
        ("list-applications", "shop"),
        ("batch-get-applications --application-names shop", "applicationsInfo"),
        ("create-deployment-config --deployment-config-name slow --compute-platform Lambda --traffic-routing-config type=TimeBasedCanary,timeBasedCanary={canaryPercentage=15,canaryInterval=5}", "deploymentConfigId"),
        ("get-deployment-config --deployment-config-name slow", "\"canaryPercentage\": 15"),
        ("get-deployment-config --deployment-config-name Steps.10@5m,50@10m", "Steps.10@5m,50@10m"),
        ("get-deployment-config --deployment-config-name CodeDeployDefault.LambdaLinear10PercentEvery1Minute", "\"linearInterval\": 1"),
        ("list-deployment-configs", "CodeDeployDefault.OneAtATime"),
        ($"create-deployment-group --application-name shop {Group} {Style} --deployment-config-name slow", "deploymentGroupId"),
        ("get-deployment-group --application-name shop --deployment-group-name live", "\"deploymentConfigName\": \"slow\""),
        ("list-deployment-groups --application-name shop", "live"),
        ("batch-get-deployment-groups --application-name shop --deployment-group-names live other", "No deployment groups are named other"),
        ("update-deployment-group --application-name shop --current-deployment-group-name live --new-deployment-group-name later --deployment-config-name Steps.10@5m", "hooksNotCleanedUp"),
        ("delete-deployment-config --deployment-config-name slow", ""),
        ($"register-application-revision --application-name shop {Revision} --description first", ""),
        ($"get-application-revision --application-name shop {Revision}", "\"description\": \"first\""),
        ("list-application-revisions --application-name shop --s-3-bucket builds --sort-by registerTime --sort-order descending --deployed exclude", "app.zip"),
        ("batch-get-application-revisions --application-name shop --revisions revisionType=S3,s3Location={bucket=builds,key=app.zip,bundleType=zip}", "genericRevisionInfo"),
        ($"tag-resource {Arn} --tags Key=env,Value=prod", ""),
        ($"list-tags-for-resource {Arn}", "prod"),
        ($"untag-resource {Arn} --tag-keys env", ""),
        ("register-on-premises-instance --instance-name host --iam-user-arn arn:aws:iam::123456789012:user/host", ""),
        ("get-on-premises-instance --instance-name host", "\"instanceName\": \"host\""),
        ("batch-get-on-premises-instances --instance-names host", "instanceInfos"),
        ("add-tags-to-on-premises-instances --instance-names host --tags Key=role,Value=web", ""),
        ("list-on-premises-instances --registration-status Registered --tag-filters Key=role,Value=web,Type=KEY_AND_VALUE", "host"),
        ("remove-tags-from-on-premises-instances --instance-names host --tags Key=role,Value=web", ""),
        ("deregister-on-premises-instance --instance-name host", ""),
        ("list-git-hub-account-token-names", "tokenNameList"),
        ("delete-resources-by-external-id --external-id stack", ""),
        ("update-application --application-name shop --new-application-name store", ""),
        ("delete-deployment-group --application-name store --deployment-group-name later", "hooksNotCleanedUp"),
        ("delete-application --application-name store", ""),
    ];

    /// <summary>The commands that it runs, without their arguments.</summary>
    internal static IEnumerable<string> Tried => Commands.Select(one => one.Command).Concat(Refused.Select(one => one.Command)).Select(command => command.Split(' ')[0]).Distinct();

    private static readonly (string Command, string Error)[] Refused =
    [
        ("get-application --application-name nothing", "ApplicationDoesNotExistException"),
        ("create-application --application-name a/b", "InvalidApplicationNameException"),
        ("delete-deployment-config --deployment-config-name CodeDeployDefault.AllAtOnce", "InvalidOperationException"),
        ("delete-git-hub-account-token --token-name mine", "GitHubAccountTokenDoesNotExistException"),
        ("get-on-premises-instance --instance-name never", "InstanceNotRegisteredException"),
    ];

    [Fact]
    public async Task Each_operation_is_called_and_answers()
    {
        var aws = new AwsCli(suite.Endpoint, suite.Credentials);
        foreach (var (command, answer) in Commands)
        {
            var end = await aws.TryAsync(["deploy", .. command.Split(' ')]);
            end.ExitCode.ShouldBe(0, $"{command}\n{end.All}");
            end.Output.ShouldContain(answer, Case.Sensitive, command);
        }

        foreach (var (command, error) in Refused)
        {
            (await aws.RefusalAsync(["deploy", .. command.Split(' ')])).ShouldContain($"({error})", Case.Sensitive, command);
        }
    }
}
