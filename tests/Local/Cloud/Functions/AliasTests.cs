using System.Text.Json.Nodes;
using Sluice.Local.Cloud;
using Sluice.Local.Cloud.Metrics;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Tests.Cloud.Functions;

public sealed class AliasTests
{
    [Fact]
    public async Task Requests_are_spread_by_weight_and_move_at_once_when_the_alias_changes()
    {
        await using var cloud = await TwoVersionsAsync();
        await RouteAsync(cloud, "1", new JsonObject { ["2"] = 0.1 });

        var canary = await CountAsync(cloud, 100);
        await RouteAsync(cloud, "1", new JsonObject { ["2"] = 0.0 });
        var none = await CountAsync(cloud, 30);
        await RouteAsync(cloud, "1", new JsonObject { ["2"] = 1.0 });
        var all = await CountAsync(cloud, 30);
        await RouteAsync(cloud, "2", []);
        var promoted = await CountAsync(cloud, 30);

        canary.ShouldBeInRange(8, 12);
        none.ShouldBe(0);
        all.ShouldBe(30);
        promoted.ShouldBe(30);
    }

    [Fact]
    public async Task Every_update_has_a_new_revision_and_a_stale_one_is_refused()
    {
        await using var cloud = await TwoVersionsAsync();
        var before = (string?)(await cloud.LambdaAsync("getAlias", new { FunctionName = "shop", Name = "live" }))["RevisionId"];

        var after = await cloud.LambdaAsync("updateAlias", new { FunctionName = "shop", Name = "live", FunctionVersion = "2", RevisionId = before });

        ((string?)after["RevisionId"]).ShouldNotBe(before);
        ((string?)after["FunctionVersion"]).ShouldBe("2");
        (await cloud.RefusalAsync("lambda:updateAlias", new { FunctionName = "shop", Name = "live", FunctionVersion = "1", RevisionId = before }))
            .ShouldBe("Lambda.PreconditionFailedException");
    }

    [Theory]
    [InlineData("1", """{"1":0.5}""", "Lambda.InvalidParameterValueException")]
    [InlineData("1", """{"$LATEST":0.5}""", "Lambda.InvalidParameterValueException")]
    [InlineData("$LATEST", """{"2":0.5}""", "Lambda.InvalidParameterValueException")]
    [InlineData("1", """{"2":1.5}""", "Lambda.InvalidParameterValueException")]
    [InlineData("1", """{"2":-0.1}""", "Lambda.InvalidParameterValueException")]
    [InlineData("1", """{"2":0.1,"3":0.1}""", "Lambda.InvalidParameterValueException")]
    [InlineData("1", """{"9":0.1}""", "Lambda.ResourceNotFoundException")]
    [InlineData("9", "{}", "Lambda.ResourceNotFoundException")]
    public async Task Lambdas_rules_of_routing_hold_and_a_refused_update_changes_nothing(string version, string weights, string error)
    {
        await using var cloud = await TwoVersionsAsync();
        var before = await cloud.LambdaAsync("getAlias", new { FunctionName = "shop", Name = "live" });

        (await cloud.RefusalAsync("lambda:updateAlias", new
        {
            FunctionName = "shop",
            Name = "live",
            FunctionVersion = version,
            RoutingConfig = new { AdditionalVersionWeights = JsonNode.Parse(weights) },
        })).ShouldBe(error);

        (await cloud.LambdaAsync("getAlias", new { FunctionName = "shop", Name = "live" })).ToJsonString().ShouldBe(before.ToJsonString());
    }

    [Fact]
    public async Task An_alias_is_made_once_and_can_be_deleted_twice()
    {
        await using var cloud = await TwoVersionsAsync();

        (await cloud.RefusalAsync("lambda:createAlias", new { FunctionName = "shop", Name = "live", FunctionVersion = "1" })).ShouldBe("Lambda.ResourceConflictException");
        (await cloud.RefusalAsync("lambda:createAlias", new { FunctionName = "shop", Name = "12", FunctionVersion = "1" })).ShouldBe("Lambda.InvalidParameterValueException");
        await cloud.LambdaAsync("deleteAlias", new { FunctionName = "shop", Name = "live" });
        await cloud.LambdaAsync("deleteAlias", new { FunctionName = "shop", Name = "live" });
        (await cloud.RefusalAsync("lambda:getAlias", new { FunctionName = "shop", Name = "live" })).ShouldBe("Lambda.ResourceNotFoundException");
    }

    [Theory]
    [InlineData("exit", "Failed")]
    [InlineData("hang", "Pending")]
    public async Task Calls_that_an_alias_sends_to_a_version_that_is_not_active_are_that_versions_errors(string start, string state)
    {
        await using var cloud = new CloudUnderTest();
        var services = await cloud.StartAsync();
        await cloud.CreateAsync();
        await cloud.PublishAsync();
        await cloud.LambdaAsync("updateFunctionConfiguration", new { FunctionName = "shop", Environment = new { Variables = new { TEST_INIT = start } } });
        if (state == "Failed")
        {
            await cloud.PublishAsync();
        }
        else
        {
            await cloud.LambdaAsync("publishVersion", new { FunctionName = "shop" });
        }

        await cloud.LambdaAsync("createAlias", new { FunctionName = "shop", Name = "live", FunctionVersion = "1", RoutingConfig = new { AdditionalVersionWeights = new Dictionary<string, double> { ["2"] = 0.5 } } });
        var refusals = 0;
        for (var request = 0; request < 20; request++)
        {
            try
            {
                await cloud.InvokeAsync(new { }, "shop:live");
            }
            catch (TaskFailedException e)
            {
                e.Cause.ShouldContain($"currently in the following state: {state}");
                refusals++;
            }
        }

        refusals.ShouldBeInRange(8, 12);
        Sum(services, "Invocations", "2").ShouldBe(refusals);
        Sum(services, "Errors", "2").ShouldBe(refusals);
        Sum(services, "Errors", "1").ShouldBe(0);
        Read(services, "Sluice/Lambda", "FailedPercentSinceShift", "2").Maximum.ShouldBe(100);
    }

    private static double Sum(CloudServices services, string metric, string version) => Read(services, "AWS/Lambda", metric, version).Sum;

    private static StatisticSet Read(CloudServices services, string space, string metric, string version) => services.Metrics.Read(
        MetricKey.Of(space, metric, [new("FunctionName", "shop"), new("Resource", "shop:live"), new("ExecutedVersion", version)]), DateTimeOffset.UtcNow.AddMinutes(-10), DateTimeOffset.UtcNow.AddSeconds(2))!.Value;

    private static async Task<CloudUnderTest> TwoVersionsAsync()
    {
        var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CreateAsync(mark: "first");
        await cloud.PublishAsync();
        await cloud.UpdateCodeAsync("second");
        await cloud.PublishAsync();
        await cloud.LambdaAsync("createAlias", new { FunctionName = "shop", Name = "live", FunctionVersion = "1" });
        return cloud;
    }

    private static Task RouteAsync(CloudUnderTest cloud, string version, JsonObject weights) => cloud.LambdaAsync("updateAlias", new
    {
        FunctionName = "shop",
        Name = "live",
        FunctionVersion = version,
        RoutingConfig = new { AdditionalVersionWeights = weights },
    });

    /// <summary>How many requests the second version's own processes answered.</summary>
    private static async Task<int> CountAsync(CloudUnderTest cloud, int requests)
    {
        var second = 0;
        for (var request = 0; request < requests; request++)
        {
            var (_, payload) = await cloud.InvokeAsync(new { }, "shop:live");
            second += (string?)payload["environment"]!["AWS_LAMBDA_FUNCTION_VERSION"] == "2" ? 1 : 0;
        }

        return second;
    }
}
