using System.Text.Json.Nodes;
using NSubstitute;
using NSubstitute.ExceptionExtensions;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Tests.Cloud;

public sealed class CloudServicesTests
{
    [Fact]
    public async Task A_call_that_nothing_serves_is_refused_by_name()
    {
        await using var cloud = new CloudUnderTest();
        var services = await cloud.StartAsync();

        services.Serves("arn:aws:states:::aws-sdk:dynamodb:putItem").ShouldBeFalse();
        services.Serves("arn:aws:states:::aws-sdk:lambda:updateAlias").ShouldBeTrue();
        services.Serves("arn:aws:states:::ecs:runTask").ShouldBeTrue();
        services.Serves("arn:aws:lambda:us-east-1:000000000000:function:shop").ShouldBeTrue();
        (await Should.ThrowAsync<TaskFailedException>(() => cloud.CallAsync("dynamodb:putItem", new { }))).Cause.ShouldContain("aws-sdk:dynamodb:putItem");
    }

    [Fact]
    public async Task The_suites_own_functions_come_first_and_answer_in_process()
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        cloud.Suite.Has("NextStep").Returns(true);
        cloud.Suite.InvokeAsync("NextStep", Arg.Any<JsonNode?>(), Arg.Any<CancellationToken>()).Returns(JsonNode.Parse("""{"next":"Shift"}"""));

        var answer = await cloud.CallAsync("arn:aws:states:::lambda:invoke", new { FunctionName = "NextStep", Payload = new { step = 1 } });

        ((string?)answer["Payload"]!["next"]).ShouldBe("Shift");
        ((int)answer["StatusCode"]!).ShouldBe(200);
    }

    [Fact]
    public async Task An_exception_of_the_suites_own_function_is_its_simple_class_name()
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        cloud.Suite.Has("NextStep").Returns(true);
        cloud.Suite.InvokeAsync("NextStep", Arg.Any<JsonNode?>(), Arg.Any<CancellationToken>())
            .ThrowsAsync(new AggregateException(new InvalidTimeZoneException("no such step")));

        var failure = await Should.ThrowAsync<TaskFailedException>(() => cloud.CallAsync("arn:aws:states:::lambda:invoke", new { FunctionName = "NextStep" }));

        failure.Error.ShouldBe("InvalidTimeZoneException");
        ((string?)JsonNode.Parse(failure.Cause)!["errorMessage"]).ShouldBe("no such step");
    }

    [Fact]
    public async Task A_function_error_fails_the_optimised_call_and_is_part_of_the_sdks_answer()
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CreateAsync();
        var request = new { FunctionName = "shop", Payload = new { @do = "throw" } };

        var failure = await Should.ThrowAsync<TaskFailedException>(() => cloud.CallAsync("arn:aws:states:::lambda:invoke", request));
        var answer = await cloud.LambdaAsync("invoke", request);

        failure.Error.ShouldBe("OutOfStock");
        ((string?)JsonNode.Parse(failure.Cause)!["errorMessage"]).ShouldBe("none left");
        ((string?)answer["FunctionError"]).ShouldBe("Unhandled");
        ((string)answer["Payload"]!).ShouldContain("OutOfStock");
    }

    [Fact]
    public async Task A_parameter_that_is_not_served_is_refused_rather_than_passed_over()
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();

        var failure = await Should.ThrowAsync<TaskFailedException>(() => cloud.LambdaAsync("createFunction", new { FunctionName = "shop", VpcConfig = new { } }));

        failure.Error.ShouldBe("Lambda.InvalidParameterValueException");
        failure.Cause.ShouldContain("VpcConfig");
    }

    [Fact]
    public async Task A_real_error_rate_behind_an_alias_raises_the_alarm_of_the_new_version_only()
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CreateAsync(mark: "first");
        await cloud.PublishAsync();
        await cloud.UpdateCodeAsync("second");
        await cloud.PublishAsync();
        await cloud.LambdaAsync("createAlias", new { FunctionName = "shop", Name = "live", FunctionVersion = "1" });
        await cloud.LambdaAsync("updateAlias", new { FunctionName = "shop", Name = "live", RoutingConfig = new { AdditionalVersionWeights = new Dictionary<string, double> { ["2"] = 0.5 } } });
        await cloud.CallAsync("cloudwatch:putMetricAlarm", Errors("old", "1"));
        await cloud.CallAsync("cloudwatch:putMetricAlarm", Errors("new", "2"));

        while (!cloud.Events.All.Any(happened => StateOf(happened) == "ALARM"))
        {
            await cloud.InvokeAsync(new { @do = "throw-in-2" }, "shop:live");
        }

        cloud.Events.All.Where(happened => StateOf(happened) == "ALARM").Select(happened => (string?)happened["detail"]!["alarmName"]).ShouldBe(["new"]);
    }

    private static string? StateOf(JsonObject happened) => (string?)happened["detail"]!["state"]!["value"];

    private static object Errors(string name, string version) => new
    {
        AlarmName = name,
        Namespace = "AWS/Lambda",
        MetricName = "Errors",
        Dimensions = new[]
        {
            new { Name = "FunctionName", Value = "shop" }, new { Name = "Resource", Value = "shop:live" }, new { Name = "ExecutedVersion", Value = version },
        },
        Statistic = "Sum",
        Period = 1,
        EvaluationPeriods = 1,
        Threshold = 0,
        ComparisonOperator = "GreaterThanThreshold",
        TreatMissingData = "notBreaching",
    };
}
