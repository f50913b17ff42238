using System.Text.Json.Nodes;
using Sluice.Local.Cloud;
using Sluice.Local.Cloud.Models;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Tests.Cloud.Models;

public sealed class CloudModelTests
{
    /// <summary>Every call that is served over HTTP by these services is held against its model; one that is added without is a fault here.</summary>
    [Theory]
    [InlineData("cloudwatch")]
    [InlineData("elasticloadbalancingv2")]
    [InlineData("ecs")]
    [InlineData("cloudwatchlogs")]
    [InlineData("ssm")]
    [InlineData("secretsmanager")]
    public async Task Every_served_call_is_in_the_model_and_refuses_what_is_no_object(string service)
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        foreach (var operation in Served(service))
        {
            cloud.Services.Serves($"arn:aws:states:::aws-sdk:{service}:{operation}").ShouldBeTrue(operation);
            (await cloud.RefusedAsync($"{service}:{operation}", new JsonArray())).Cause.ShouldContain("Member must be readable", customMessage: operation);
        }
    }

    [Theory]
    [InlineData("'Period':'60'", "'Period':60")]
    [InlineData("'Threshold':'1.5e3'", "'Threshold':1500")]
    [InlineData("'ActionsEnabled':'false'", "'ActionsEnabled':false")]
    [InlineData("'MetricName':'60'", "'MetricName':'60'")]
    [InlineData("'Unknown':'60'", "'Unknown':'60'")]
    [InlineData("'Metrics':[{'Id':'5','Period':'5'}]", "'Metrics':[{'Id':'5','Period':5}]")]
    public async Task Text_of_a_query_becomes_what_the_model_says_it_is(string given, string expected)
    {
        var seen = await SeenAsync("putMetricAlarm", "{'AlarmName':'a'," + given + "}");

        seen.ShouldBe(("{'AlarmName':'a'," + expected + "}").Replace('\'', '"'));
    }

    [Fact]
    public async Task Half_a_surrogate_pair_is_refused_and_no_fault_of_ours()
    {
        var refused = await Should.ThrowAsync<TaskFailedException>(() => SeenAsync("putMetricAlarm", "{'AlarmName':'\\ud800'}"));

        refused.Error.ShouldBe("refused");
    }

    private static IEnumerable<string> Served(string service) => service switch
    {
        "cloudwatch" => ["putMetricAlarm", "deleteAlarms", "describeAlarms", "setAlarmState", "putMetricData", "getMetricData"],
        "cloudwatchlogs" =>
        [
            "createLogGroup", "deleteLogGroup", "describeLogGroups", "putRetentionPolicy", "deleteRetentionPolicy", "putLogGroupDeletionProtection", "tagResource", "untagResource",
            "listTagsForResource", "tagLogGroup", "untagLogGroup", "listTagsLogGroup", "createLogStream", "deleteLogStream", "describeLogStreams", "putLogEvents", "getLogEvents",
            "filterLogEvents", "testMetricFilter",
        ],
        "ssm" =>
        [
            "putParameter", "getParameter", "getParameters", "getParametersByPath", "getParameterHistory", "describeParameters", "deleteParameter", "deleteParameters", "labelParameterVersion",
            "unlabelParameterVersion", "addTagsToResource", "removeTagsFromResource", "listTagsForResource",
        ],
        "secretsmanager" =>
        [
            "createSecret", "putSecretValue", "updateSecret", "getSecretValue", "batchGetSecretValue", "describeSecret", "listSecrets", "listSecretVersionIds", "deleteSecret", "restoreSecret",
            "tagResource", "untagResource", "updateSecretVersionStage", "getRandomPassword", "getResourcePolicy",
        ],
        "ecs" =>
        [
            "createCluster", "registerTaskDefinition", "createService", "describeServices", "updateService", "deleteService", "createTaskSet", "describeTaskSets", "updateTaskSet",
            "updateServicePrimaryTaskSet", "deleteTaskSet",
        ],
        _ =>
        [
            "createLoadBalancer", "describeLoadBalancers", "deleteLoadBalancer", "createTargetGroup", "describeTargetGroups", "modifyTargetGroup", "describeTargetGroupAttributes",
            "modifyTargetGroupAttributes", "deleteTargetGroup", "createListener", "describeListeners", "modifyListener", "deleteListener", "registerTargets", "deregisterTargets",
            "describeTargetHealth",
        ],
    };

    private static async Task<string> SeenAsync(string operation, string input)
    {
        var resource = $"arn:aws:states:::aws-sdk:cloudwatch:{operation}";
        var call = CloudModel.Of("cloudwatch").Checking([new Echo(resource)], faults => new TaskFailedException("refused", faults[0].Constraint)).Single();

        var asked = new TaskCall(resource, ServicePattern.RequestResponse, JsonNode.Parse(input.Replace('\'', '"')), "arn", "State");
        return (await call.CallAsync(asked, TestContext.Current.CancellationToken))!.ToJsonString();
    }

    /// <summary>Answers what it is given.</summary>
    private sealed class Echo(string resource) : IServiceCall
    {
        public string Resource => resource;

        public Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken) => Task.FromResult(call.Parameters);
    }
}
