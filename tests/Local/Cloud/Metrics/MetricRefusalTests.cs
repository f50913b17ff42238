using System.Text.Json.Nodes;

namespace Sluice.Local.Tests.Cloud.Metrics;

/// <summary>What CloudWatch, or this machine, refuses, with what was expected.</summary>
public sealed class MetricRefusalTests
{
    private const string Invalid = "CloudWatch.CloudWatchException";
    private const string Window = "'StartTime':'2026-01-01T12:00:00Z','EndTime':'2026-01-01T12:01:00Z'";
    private const string Stat = "'MetricStat':{'Metric':{'Namespace':'Shop','MetricName':'Orders'},'Period':60,'Stat':'Sum'}";

    [Theory]
    [InlineData("getMetricData", "{" + Window + ",'MetricDataQueries':[]}", "The parameter MetricDataQueries is required.")]
    [InlineData("getMetricData", "{'MetricDataQueries':[{'Id':'m'," + Stat + "}]}", "2 validation errors detected: Value null at 'startTime' failed to satisfy constraint: Member must not be null; Value null at 'endTime'")]
    [InlineData("getMetricData", "{'StartTime':'soon','EndTime':'later','MetricDataQueries':[{'Id':'m'," + Stat + "}]}", "at 'startTime' failed to satisfy constraint: Member must be a timestamp")]
    [InlineData("getMetricData", "{" + Window + ",'ScanBy':'Value','MetricDataQueries':[{'Id':'m'," + Stat + "}]}", "Value 'Value' at 'scanBy' failed to satisfy constraint: Member must satisfy enum value set: [TimestampDescending, TimestampAscending]")]
    [InlineData("getMetricData", "{" + Window + ",'MetricDataQueries':[{'Id':'m'," + Stat + "},{'Id':'m'," + Stat + "}]}", "The Ids of metrics and expressions must differ")]
    [InlineData("getMetricData", "{" + Window + ",'MetricDataQueries':[{'Id':'m'}]}", "The metric m needs either MetricStat or Expression")]
    [InlineData("getMetricData", "{" + Window + ",'MetricDataQueries':[{'Id':'M'," + Stat + "}]}", "The Id 'M' must begin with a lower-case letter")]
    [InlineData("getMetricData", "{" + Window + ",'MetricDataQueries':[{'Id':'m','MetricStat':{'Metric':{'Namespace':'Shop'},'Period':60,'Stat':'Sum'}}]}", "A metric needs Namespace and MetricName")]
    [InlineData("getMetricData", "{" + Window + ",'MetricDataQueries':[{'Id':'m'," + Stat + "},{'Id':'e','Expression':'FILL(m)'}]}", "FILL in 'FILL(m)' takes two arguments")]
    [InlineData("putMetricAlarm", "{'AlarmName':''}", "Value '' at 'alarmName' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("putMetricAlarm", "{'AlarmName':'a','ActionsEnabled':1}", "at 'actionsEnabled' failed to satisfy constraint: Member must be a boolean")]
    [InlineData("setAlarmState", "{'AlarmName':'a','StateReason':'by hand'}", "Value null at 'stateValue' failed to satisfy constraint: Member must not be null")]
    [InlineData("setAlarmState", "{'AlarmName':'a','StateReason':'by hand','StateValue':'BAD'}", "Value 'BAD' at 'stateValue' failed to satisfy constraint: Member must satisfy enum value set: [OK, ALARM, INSUFFICIENT_DATA]")]
    [InlineData("describeAlarms", "{'MaxRecords':101}", "Value '101' at 'maxRecords' failed to satisfy constraint: Member must have value less than or equal to 100")]
    [InlineData("describeAlarms", "{'StateValue':'FINE','AlarmTypes':['LogAlarm']}", "2 validation errors detected: ")]
    [InlineData("describeAlarms", "{'ActionPrefix':'arn:aws:sns'}", "ActionPrefix")]
    [InlineData("describeAlarms", "{'AlarmNames':['a'],'AlarmNamePrefix':'b'}", "AlarmNames and AlarmNamePrefix exclude each other")]
    [InlineData("deleteAlarms", "{}", "Value null at 'alarmNames' failed to satisfy constraint: Member must not be null")]
    public async Task A_request_that_cannot_be_is_refused_with_what_was_expected(string operation, string request, string says)
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();

        var refused = await cloud.RefusedAsync($"cloudwatch:{operation}", JsonNode.Parse(request.Replace('\'', '"'))!);

        refused.Error.ShouldBe(Invalid, refused.Cause);
        refused.Cause.ShouldContain(says);
    }

    [Fact]
    public async Task More_than_500_queries_are_refused()
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        var queries = string.Join(',', Enumerable.Range(1, 501).Select(number => "{'Id':'m" + number + "'," + Stat + "}"));

        var refused = await cloud.RefusedAsync("cloudwatch:getMetricData", JsonNode.Parse(("{" + Window + ",'MetricDataQueries':[" + queries + "]}").Replace('\'', '"'))!);

        refused.Cause.ShouldBe("ValidationError: The collection MetricDataQueries must not have a size greater than 500.");
    }

    [Fact]
    public async Task Data_of_a_reason_that_is_no_json_and_a_token_that_is_none_have_errors_of_their_own()
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();

        (await cloud.RefusalAsync("cloudwatch:setAlarmState", new { AlarmName = "none", StateValue = "ALARM", StateReason = "by hand", StateReasonData = "{" })).ShouldBe("CloudWatch.InvalidFormatException");
        (await cloud.RefusalAsync("cloudwatch:describeAlarms", new { NextToken = "?" })).ShouldBe("CloudWatch.InvalidNextTokenException");
    }

    [Fact]
    public async Task The_state_of_an_alarm_that_is_not_there_is_not_set()
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();

        (await cloud.RefusalAsync("cloudwatch:setAlarmState", new { AlarmName = "none", StateValue = "ALARM", StateReason = "by hand" })).ShouldStartWith("CloudWatch.ResourceNotFound");
    }
}
