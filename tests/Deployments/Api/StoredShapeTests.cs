using System.Text.Json;
using Sluice.Deployments.Runs;
using Sluice.Deployments.Tests.World;
using Sluice.Platform.Json;

namespace Sluice.Deployments.Tests.Api;

/// <summary>Records of the model are inside what is stored, so what was written before they were made from the model is read, and what is written now could be read then.</summary>
public sealed class StoredShapeTests
{
    [Fact]
    public void A_group_that_was_stored_before_is_read_and_written_alike()
    {
        const string stored = """
            {"deploymentGroupId":"g","applicationId":"a","deploymentGroupName":"live","computePlatform":"Server","createTime":"2026-01-02T03:04:05+00:00","settings":{"alarmConfiguration":{"enabled":true,"ignorePollAlarmFailure":false,"alarms":[{"name":"errors"}],"insufficientData":"WAIT","bakeSeconds":60},"autoRollbackConfiguration":{"enabled":true,"events":["DEPLOYMENT_FAILURE"]},"blueGreenDeploymentConfiguration":{"terminateBlueInstancesOnDeploymentSuccess":{"action":"KEEP_ALIVE","terminationWaitTimeInMinutes":0},"deploymentReadyOption":{"actionOnTimeout":"CONTINUE_DEPLOYMENT","waitTimeInMinutes":0}},"deploymentStyle":{"deploymentType":"BLUE_GREEN","deploymentOption":"WITH_TRAFFIC_CONTROL"},"ec2TagSet":{"ec2TagSetList":[[{"key":"env","value":"live","type":"KEY_AND_VALUE"}]]},"ecsServices":[{"serviceName":"web","clusterName":"shop"}],"outdatedInstancesStrategy":"UPDATE","triggerConfigurations":[{"triggerName":"t","triggerTargetArn":"arn:aws:sns:x","triggerEvents":["DeploymentFailure"]}]},"autoScalingGroups":[],"tags":[{"key":"team","value":"x"}]}
            """;

        var group = JsonSerializer.Deserialize<DeploymentGroup>(stored, SluiceJson.Options)!;

        group.Settings.AlarmConfiguration!.InsufficientData.ShouldBe(Shapes.InsufficientData.WAIT);
        group.Settings.Ec2TagSet!.Ec2TagSetList![0][0].ShouldBe(new EC2TagFilter { Key = "env", Value = "live", Type = EC2TagFilterType.KEY_AND_VALUE });
        group.Settings.DeploymentStyle.ShouldBe(new DeploymentStyle { DeploymentType = DeploymentType.BLUE_GREEN, DeploymentOption = DeploymentOption.WITH_TRAFFIC_CONTROL });
        group.Tags.ShouldHaveSingleItem().ShouldBe(new Tag { Key = "team", Value = "x" });
        Alike(JsonSerializer.Serialize(group, SluiceJson.Options), stored);
    }

    [Fact]
    public void A_request_that_was_stored_before_is_read_and_written_alike()
    {
        const string stored = """
            {"applicationId":"a","applicationName":"shop","deploymentGroupId":"g","deploymentGroupName":"live","computePlatform":"ECS","deploymentConfigName":"c","revision":{"revisionType":"S3","s3Location":{"bucket":"b","key":"k","bundleType":"zip","version":"1","eTag":"e"}},"creator":"user","previousRevision":{"revisionType":"String","string":{"sha256":"00"}},"options":{"fileExistsBehavior":"RETAIN","targetInstances":{"tagFilters":[{"key":"a","type":"KEY_ONLY"}],"autoScalingGroups":["g"]}},"group":{"loadBalancerInfo":{"targetGroupPairInfoList":[{"targetGroups":[{"name":"blue"},{"name":"green"}],"prodTrafficRoute":{"listenerArns":["arn:l"]}}]}}}
            """;

        var request = JsonSerializer.Deserialize<DeploymentRequest>(stored, SluiceJson.Options)!;

        request.Revision!.S3Location.ShouldBe(new S3Location { Bucket = "b", Key = "k", BundleType = BundleType.zip, Version = "1", ETag = "e" });
        request.PreviousRevision!.String.ShouldBe(new RawString { Sha256 = "00" });
        Alike(JsonSerializer.Serialize(request, SluiceJson.Options), stored);
    }

    [Fact]
    public void The_last_deployments_of_a_group_that_were_stored_before_are_read()
    {
        const string stored = """{"lastAttempted":{"deploymentId":"d-1","status":"Baking","createTime":"2026-01-02T03:04:05+00:00"}}""";

        var activity = JsonSerializer.Deserialize<GroupActivity>(stored, SluiceJson.Options)!;

        activity.LastAttempted!.Status.ShouldBe(DeploymentStatus.Baking);
        Alike(JsonSerializer.Serialize(activity, SluiceJson.Options), stored);
    }

    [Fact]
    public void What_listings_read_of_a_deployment_that_was_stored_before_is_read_and_written_alike()
    {
        const string stored = """{"deploymentId":"d-1","status":"InProgress","createTime":"2026-01-02T03:04:05+00:00","deploymentGroupId":"g"}""";

        var listed = JsonSerializer.Deserialize<ListedDeployment>(stored, SluiceJson.Options)!;

        listed.Status.ShouldBe(DeploymentStatus.InProgress);
        JsonSerializer.Serialize(listed, SluiceJson.Options).ShouldBe(stored);
    }

    [Fact]
    public void A_deployment_keeps_its_status_by_name()
    {
        var record = Samples.Ended("d-000000001", DateTimeOffset.UnixEpoch, DeploymentOutcome.Succeeded) with { Status = DeploymentStatus.Stopped };

        var stored = JsonSerializer.Serialize(record, SluiceJson.Options);

        stored.ShouldContain("\"status\":\"Stopped\"");
        JsonSerializer.Deserialize<Deployment>(stored, SluiceJson.Options)!.Status.ShouldBe(DeploymentStatus.Stopped);
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Deployment>(stored.Replace("\"Stopped\"", "\"Perhaps\"", StringComparison.Ordinal), SluiceJson.Options));
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Deployment>(stored.Replace("\"Stopped\"", "3", StringComparison.Ordinal), SluiceJson.Options));
    }

    [Theory]
    [InlineData("\"status\":\"Perhaps\",")]
    [InlineData("")]
    public void A_status_that_is_not_known_is_not_taken_for_another(string status) => Should.Throw<JsonException>(
        () => JsonSerializer.Deserialize<ListedDeployment>($$"""{{{status}}"deploymentId":"d-1","createTime":"2026-01-02T03:04:05+00:00"}""", SluiceJson.Options));

    // Names were written with a small letter whatever the model has, and were and are read in any case; nothing else may differ, but for the order.
    private static void Alike(string written, string stored) => Sorted(written).ShouldBe(Sorted(stored));

    private static string Sorted(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Sorted(document.RootElement);
    }

    private static string Sorted(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', value.EnumerateObject().Select(one => $"{one.Name.ToLowerInvariant()}:{Sorted(one.Value)}").Order(StringComparer.Ordinal))}}}",
        JsonValueKind.Array => $"[{string.Join(',', value.EnumerateArray().Select(Sorted))}]",
        _ => value.GetRawText(),
    };
}
