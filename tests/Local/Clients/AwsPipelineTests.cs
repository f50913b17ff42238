namespace Sluice.Local.Tests.Clients;

/// <summary><c>aws codepipeline</c>, unchanged, with every operation for which nothing has to run.</summary>
public sealed class AwsPipelineTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    private const string Arn = "arn:aws:codepipeline:us-east-1:123456789012:";

    private const string Stages = """
        [{"name":"Source","actions":[{"name":"Checkout","actionTypeId":{"category":"Source","owner":"ThirdParty","provider":"GitHub","version":"1"},
          "configuration":{"Owner":"acme","Repo":"shop","Branch":"main","OAuthToken":"hush"},"outputArtifacts":[{"name":"Code"}]}]},
         {"name":"Build","actions":[{"name":"Compile","actionTypeId":{"category":"Build","owner":"AWS","provider":"CodeBuild","version":"1"},
          "configuration":{"ProjectName":"shop"},"inputArtifacts":[{"name":"Code"}]}]}]
        """;

    private const string Pipeline = $$"""{"name":"shop","roleArn":"arn:aws:iam::123456789012:role/pipeline","artifactStore":{"type":"S3","location":"artifacts"},"stages":{{Stages}}}""";
    private const string Counts = "--input-artifact-details minimumCount=0,maximumCount=1 --output-artifact-details minimumCount=0,maximumCount=1";
    private const string Press = "--category Deploy --provider Press";

    private const string Probe = """
        {"id":{"category":"Test","owner":"ThirdParty","provider":"Probe","version":"1"},"executor":{"type":"JobWorker","configuration":{"jobWorkerExecutorConfiguration":{"pollingAccounts":["123456789012"]}}},"inputArtifactDetails":{"minimumCount":0,"maximumCount":1},"outputArtifactDetails":{"minimumCount":0,"maximumCount":1}}
        """;

    private const string Webhook = """{"name":"pushes","targetPipeline":"shop","targetAction":"Checkout","filters":[{"jsonPath":"$.ref","matchEquals":"refs/heads/{Branch}"}],"authentication":"GITHUB_HMAC","authenticationConfiguration":{"SecretToken":"pushed"}}""";

    // What stands after a | is one argument, blanks and all.
    private static readonly (string Command, string Answer)[] Commands =
    [
        ($"create-pipeline --tags key=team,value=web --pipeline|{Pipeline}", "\"OAuthToken\": \"****\""),
        ("get-pipeline --name shop", $"\"pipelineArn\": \"{Arn}shop\""),
        ("list-pipelines --max-results 5", "\"executionMode\": \"SUPERSEDED\""),
        ($"update-pipeline --pipeline|{Pipeline.Replace("hush", "****", StringComparison.Ordinal)}", "\"version\": 2"),
        ("get-pipeline --name shop --pipeline-version 1", "\"version\": 1"),
        ($"tag-resource --resource-arn {Arn}shop --tags key=cost,value=7", ""),
        ($"untag-resource --resource-arn {Arn}shop --tag-keys team", ""),
        ($"list-tags-for-resource --resource-arn {Arn}shop", "\"key\": \"cost\""),
        ($"create-custom-action-type {Press} --action-version 1 {Counts} --configuration-properties name=Line,required=true,key=true,secret=false,queryable=true", "\"owner\": \"Custom\""),
        ("list-action-types --action-owner-filter Custom", "\"provider\": \"Press\""),
        ("list-action-types --action-owner-filter AWS --region-filter us-east-1", "\"provider\": \"CodeBuild\""),
        ($"delete-custom-action-type {Press} --action-version 1", ""),
        ($"update-action-type --action-type|{Probe}", ""),
        ("get-action-type --category Test --owner ThirdParty --provider Probe --action-version 1", "\"pollingAccounts\""),
        ("list-rule-types", "\"provider\": \"DeploymentWindow\""),
        ($"put-webhook --webhook|{Webhook}", "\"SecretToken\": \"pushed\""),
        ("list-webhooks", $"\"arn\": \"{Arn}webhook:pushes\""),
        ("deregister-webhook-with-third-party --webhook-name pushes", ""),
        ("delete-webhook --name pushes", ""),
        ("disable-stage-transition --pipeline-name shop --stage-name Build --transition-type Inbound --reason|frozen over the holidays", ""),
        ("get-pipeline-state --name shop", "\"disabledReason\": \"frozen over the holidays\""),
        ("enable-stage-transition --pipeline-name shop --stage-name Build --transition-type Inbound", ""),
        ("list-pipeline-executions --pipeline-name shop", "\"pipelineExecutionSummaries\": []"),
        ("delete-pipeline --name shop", ""),
    ];

    private static readonly (string Command, string Error)[] Refused =
    [
        ("get-pipeline --name nothing", "PipelineNotFoundException"),
        ("start-pipeline-execution --name nothing", "PipelineNotFoundException"),
        ("list-pipelines --next-token nothing", "InvalidNextTokenException"),
        ("get-pipeline-state --name a/b", "ValidationException"),
        ("register-webhook-with-third-party --webhook-name nothing", "WebhookNotFoundException"),
        ($"list-tags-for-resource --resource-arn {Arn}nothing", "ResourceNotFoundException"),
        ("get-action-type --category Test --owner ThirdParty --provider Nobody --action-version 1", "ActionTypeNotFoundException"),
        ($"create-pipeline --pipeline|{Pipeline.Replace("\"name\":\"Build\"", "\"name\":\"Source\"", StringComparison.Ordinal)}", "InvalidStageDeclarationException"),
    ];

    /// <summary>The commands that it runs, without their arguments.</summary>
    internal static IEnumerable<string> Tried => Commands.Concat(Refused).Select(one => one.Command.Split(' ')[0]).Distinct();

    [Fact]
    public async Task Each_operation_is_called_and_answers()
    {
        var aws = new AwsCli(suite.Endpoint, suite.Credentials);
        foreach (var (command, answer) in Commands)
        {
            var end = await aws.TryAsync(Arguments(command));
            end.ExitCode.ShouldBe(0, $"{command}\n{end.All}");
            end.Output.ShouldContain(answer, Case.Sensitive, command);
            end.All.ShouldNotContain("hush", Case.Sensitive, command);
        }
    }

    [Fact]
    public async Task Errors_are_those_of_codepipeline()
    {
        var aws = new AwsCli(suite.Endpoint, suite.Credentials);
        foreach (var (command, error) in Refused)
        {
            (await aws.RefusalAsync(Arguments(command))).ShouldContain($"({error})", Case.Sensitive, command);
        }
    }

    private static string[] Arguments(string command)
    {
        var parts = command.Split('|', 2);
        return ["codepipeline", .. parts[0].Split(' '), .. parts[1..].Select(last => last.Trim())];
    }
}
