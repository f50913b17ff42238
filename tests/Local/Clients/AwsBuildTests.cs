namespace Sluice.Local.Tests.Clients;

/// <summary><c>aws codebuild</c>, unchanged, with every operation on the objects that builds are made of.</summary>
public sealed class AwsBuildTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    private const string Arn = "arn:aws:codebuild:us-east-1:123456789012:";
    private const string Environment = "type=LINUX_CONTAINER,image=local,computeType=BUILD_GENERAL1_SMALL";
    private const string Source = "--source type=GITHUB,location=https://github.com/acme/shop.git --artifacts type=NO_ARTIFACTS --service-role arn:aws:iam::123456789012:role/build";
    private const string Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"codebuild:BatchGetProjects","Resource":"*"}]}""";

    private static readonly (string Command, string Answer)[] Commands =
    [
        ($"create-project --name shop {Source} --environment {Environment} --badge-enabled --concurrent-build-limit 2 --tags key=team,value=web", $"{Arn}project/shop"),
        ("batch-get-projects --names shop other", "badgeRequestUrl"),
        ("list-projects --sort-by NAME --sort-order ASCENDING", "shop"),
        ("list-shared-projects", "projects"),
        ("update-project --name shop --description changed", "\"description\": \"changed\""),
        ($"update-project-visibility --project-arn {Arn}project/shop --project-visibility PUBLIC_READ", "publicProjectAlias"),
        ("invalidate-project-cache --project-name shop", ""),
        ("""create-webhook --project-name shop --filter-groups [[{"type":"EVENT","pattern":"PUSH"}]]""", "payloadUrl"),
        ("update-webhook --project-name shop --rotate-secret", "\"secret\""),
        ("delete-webhook --project-name shop", ""),
        ($"put-resource-policy --resource-arn {Arn}project/shop --policy {Policy}", $"{Arn}project/shop"),
        ($"get-resource-policy --resource-arn {Arn}project/shop", "BatchGetProjects"),
        ($"delete-resource-policy --resource-arn {Arn}project/shop", ""),
        ("import-source-credentials --token secret --server-type GITHUB --auth-type PERSONAL_ACCESS_TOKEN", $"{Arn}token/github"),
        ("list-source-credentials", "\"serverType\": \"GITHUB\""),
        ($"delete-source-credentials --arn {Arn}token/github", $"{Arn}token/github"),
        ("create-fleet --name linux --base-capacity 1 --environment-type LINUX_CONTAINER --compute-type BUILD_GENERAL1_SMALL", $"{Arn}fleet/linux"),
        ("batch-get-fleets --names linux", "ACTIVE"),
        ("list-fleets", $"{Arn}fleet/linux"),
        ($"update-fleet --arn {Arn}fleet/linux --base-capacity 3", "\"baseCapacity\": 3"),
        ($"delete-fleet --arn {Arn}fleet/linux", ""),
        ("create-report-group --name unit --type TEST --export-config exportConfigType=NO_EXPORT", $"{Arn}report-group/unit"),
        ($"batch-get-report-groups --report-group-arns {Arn}report-group/unit", "\"name\": \"unit\""),
        ("list-report-groups", $"{Arn}report-group/unit"),
        ("list-shared-report-groups", "reportGroups"),
        ($"update-report-group --arn {Arn}report-group/unit --tags key=team,value=web", "\"team\""),
        ($"delete-report-group --arn {Arn}report-group/unit", ""),
        ("list-curated-environment-images", "aws/codebuild/standard"),
        ("delete-project --name shop", ""),
    ];

    private static readonly (string Command, string Error)[] Refused =
    [
        ("update-project --name nothing", "ResourceNotFoundException"),
        ($"create-project --name a/b {Source} --environment {Environment}", "InvalidInputException"),
        ("create-webhook --project-name nothing", "ResourceNotFoundException"),
        ("start-build --project-name nothing", "ResourceNotFoundException"),
        ("stop-build --id nothing", "InvalidInputException"),
        ("start-sandbox --project-name nothing", "ResourceNotFoundException"),
    ];

    /// <summary>The commands that it runs, without their arguments.</summary>
    internal static IEnumerable<string> Tried => Commands.Concat(Refused).Select(one => one.Command.Split(' ')[0]).Distinct();

    [Fact]
    public async Task Each_operation_is_called_and_answers()
    {
        var aws = new AwsCli(suite.Endpoint, suite.Credentials);
        foreach (var (command, answer) in Commands)
        {
            var end = await aws.TryAsync(["codebuild", .. command.Split(' ')]);
            end.ExitCode.ShouldBe(0, $"{command}\n{end.All}");
            end.Output.ShouldContain(answer, Case.Sensitive, command);
        }
    }

    [Fact]
    public async Task Errors_are_those_of_codebuild()
    {
        var aws = new AwsCli(suite.Endpoint, suite.Credentials);
        foreach (var (command, error) in Refused)
        {
            (await aws.RefusalAsync(["codebuild", .. command.Split(' ')])).ShouldContain($"({error})", Case.Sensitive, command);
        }
    }
}
