namespace Sluice.Local.Tests.Clients;

/// <summary>AWS's own clients, asking this machine for services that it has not: they show what is wrong, and do not try again.</summary>
public sealed class UnservedServiceTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    private const string Served = "is not served here. Served are cloudwatch, codeartifact, codebuild, codecommit, codeconnections, codedeploy, codepipeline, codestar-connections, ecs, elasticloadbalancing, events, lambda, logs, s3, secretsmanager, sns, sqs, ssm, sts.";

    /// <summary>All in one process, which is most of what a call costs: service, operation, and what of the error is printed.</summary>
    private const string Script = """
        import boto3, sys
        from botocore.exceptions import ClientError
        from botocore.config import Config
        from botocore import UNSIGNED
        calls = [
            ("iam", "list_users", {}), ("ec2", "describe_instances", {}), ("kinesis", "list_streams", {}), ("kms", "list_keys", {}),
            ("dynamodb", "list_tables", {}), ("route53", "list_hosted_zones", {}), ("apigateway", "get_rest_apis", {}), ("sts", "get_session_token", {}), ("lambda", "list_layers", {}),
            ("codeconnections", "list_repository_links", {}),
        ]
        def ask(service, call, arguments, **more):
            try:
                print(getattr(boto3.client(service, **more), call)(**arguments))
            except ClientError as e:
                r = e.response
                print(service, r["ResponseMetadata"]["HTTPStatusCode"], r["ResponseMetadata"].get("RetryAttempts"), r["Error"]["Code"], r["Error"]["Message"].split(" Served are Invoke")[0])
        for call in calls:
            ask(*call, config=Config(retries={"max_attempts": 4, "mode": "standard"}))
        ask("ec2", "describe_instances", {}, config=Config(signature_version=UNSIGNED))
        from botocore.model import ServiceModel
        ServiceModel.resolved_protocol = "smithy-rpc-v2-cbor"
        ask("gamelift", "list_fleets", {})
        """;

    [Fact]
    public async Task The_clients_show_service_operation_and_what_is_served() =>
        (await PythonClient.RunAsync(suite.Endpoint, suite.Credentials, Script)).Trim().Split('\n').ShouldBe(
        [
            $"iam 400 0 InvalidAction iam:ListUsers {Served}",
            $"ec2 400 0 InvalidAction ec2:DescribeInstances {Served}",
            $"kinesis 400 0 UnknownOperationException kinesis:ListStreams {Served}",
            $"kms 400 0 UnknownOperationException kms:ListKeys {Served}",
            $"dynamodb 400 0 UnknownOperationException dynamodb:ListTables {Served}",
            $"route53 400 0 InvalidAction route53 (GET /2013-04-01/hostedzone) {Served}",
            $"apigateway 400 0 UnknownOperationException apigateway (GET /restapis) {Served}",
            "sts 400 0 InvalidAction sts:GetSessionToken is not served on this machine; GetCallerIdentity is.",
            "lambda 400 0 UnknownOperationException lambda:ListLayers is not served on this machine.",
            "codeconnections 501 0 NotImplementedException codeconnections:ListRepositoryLinks is not built yet. Of codeconnections there are CreateConnection, CreateHost, DeleteConnection, DeleteHost, DeregisterConnectionWebhook, GetConnection, GetHost, ListConnections, ListHosts, ListTagsForResource, PutConnectionCredentials, PutConnectionWebhook, RegisterConnectionWebhook, TagResource, UntagResource, UpdateHost.",
            $"ec2 400 0 InvalidAction ec2:DescribeInstances {Served}",
            $"gamelift 400 0 UnknownOperationException gamelift:ListFleets {Served}",
        ]);

    [Fact]
    public async Task The_aws_command_line_prints_it()
    {
        var aws = new AwsCli(suite.Endpoint, suite.Credentials);

        (await aws.RefusalAsync("s3api", "delete-bucket-cors", "--bucket", "shop")).ShouldContain("An error occurred (NotImplemented) when calling the DeleteBucketCors operation: s3:DeleteBucketCors is not built yet.");
        (await aws.RefusalAsync("iam", "list-users")).ShouldContain($"An error occurred (InvalidAction) when calling the ListUsers operation: iam:ListUsers {Served}");
        (await aws.RunAsync("sts", "get-caller-identity"))["Account"]!.GetValue<string>().ShouldBe("123456789012");
    }
}
