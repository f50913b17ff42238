using System.Text.Json.Nodes;

namespace Sluice.Local.Tests.Clients;

/// <summary>A group's triggers tell a topic of this machine: the event, the function, the machine and SNS, as they are.</summary>
public sealed class TriggerClientTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    [Fact]
    public async Task A_deployment_that_fails_is_told_to_the_topic_of_its_groups_trigger()
    {
        var aws = new AwsCli(suite.Endpoint, suite.Credentials);
        string[] sqs = ["--endpoint-url", suite.Endpoint.GetLeftPart(UriPartial.Authority), "sqs"];
        var topic = (string)(await aws.RunAsync("sns", "create-topic", "--name", "releases"))["TopicArn"]!;
        var queue = (string)(await aws.RunAsync([.. sqs, "create-queue", "--queue-name", "releases"]))["QueueUrl"]!;
        await aws.RunAsync("sns", "subscribe", "--topic-arn", topic, "--protocol", "sqs", "--notification-endpoint", "arn:aws:sqs:us-east-1:123456789012:releases");
        await aws.RunAsync("deploy", "create-application", "--application-name", "told", "--compute-platform", "Lambda");
        await aws.RunAsync(
            "deploy", "create-deployment-group", "--application-name", "told", "--deployment-group-name", "live", "--service-role-arn", "arn:aws:iam::123456789012:role/deploy",
            "--deployment-style", "deploymentType=BLUE_GREEN,deploymentOption=WITH_TRAFFIC_CONTROL",
            "--trigger-configurations", $"triggerName=all,triggerTargetArn={topic},triggerEvents=DeploymentStart,DeploymentFailure,InstanceFailure");
        var content = """{"version":0.0,"Resources":[{"fn":{"Type":"AWS::Lambda::Function","Properties":{"Name":"none","Alias":"live","TargetVersion":"2"}}}]}""";
        var revision = new JsonObject { ["revisionType"] = "AppSpecContent", ["appSpecContent"] = new JsonObject { ["content"] = content } };
        var id = (string)(await aws.RunAsync("deploy", "create-deployment", "--application-name", "told", "--deployment-group-name", "live", "--revision", revision.ToJsonString()))["deploymentId"]!;

        var subjects = new HashSet<string>();
        while (subjects.Count < 3)
        {
            var messages = (await aws.RunAsync([.. sqs, "receive-message", "--queue-url", queue, "--wait-time-seconds", "20", "--max-number-of-messages", "10"]))["Messages"]?.AsArray() ?? [];
            subjects.UnionWith(messages.Select(message => (string)JsonNode.Parse((string)message!["Body"]!)!["Subject"]!));
        }

        subjects.Order(StringComparer.Ordinal).ShouldBe(
        [
            $"CREATED: AWS CodeDeploy {id} in us-east-1 to told", $"FAILED: AWS CodeDeploy {id} in us-east-1 to told", $"FAILED: AWS CodeDeploy {id} on none in us-east-1",
        ]);
    }
}
