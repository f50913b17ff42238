using System.Text.Json.Nodes;

namespace Sluice.Local.Tests.Cloud.Metrics;

/// <summary>What CloudWatch, or this machine, refuses, with what was expected.</summary>
public sealed class MetricRefusalTests
{
    private const string Invalid = "CloudWatch.CloudWatchException";
    private const string Window = "'StartTime':'2026-01-01T12:00:00Z','EndTime':'2026-01-01T12:01:00Z'";
    private const string Stat = "'MetricStat':{'Metric':{'Namespace':'Shop','MetricName':'Orders'},'Period':60,'Stat':'Sum'}";

    [Theory]
    [InlineData("getMetricData", "{" + Window + ",'MetricDataQueries':[]}", "MetricDataQueries must be 1 to 500")]
    [InlineData("getMetricData", "{'MetricDataQueries':[{'Id':'m'," + Stat + "}]}", "StartTime and EndTime are needed")]
    [InlineData("getMetricData", "{'StartTime':'soon','EndTime':'later','MetricDataQueries':[{'Id':'m'," + Stat + "}]}", "'soon' is no time: expected e.g. 2026-01-01T12:00:00Z")]
    [InlineData("getMetricData", "{" + Window + ",'ScanBy':'Value','MetricDataQueries':[{'Id':'m'," + Stat + "}]}", "ScanBy is 'Value', and must be TimestampAscending or TimestampDescending")]
    [InlineData("getMetricData", "{" + Window + ",'MetricDataQueries':[{'Id':'m'," + Stat + "},{'Id':'m'," + Stat + "}]}", "The Ids of metrics and expressions must differ")]
    [InlineData("getMetricData", "{" + Window + ",'MetricDataQueries':[{'Id':'m'}]}", "The metric m needs either MetricStat or Expression")]
    [InlineData("getMetricData", "{" + Window + ",'MetricDataQueries':[{'Id':'M'," + Stat + "}]}", "The Id 'M' must begin with a lower-case letter")]
    [InlineData("getMetricData", "{" + Window + ",'MetricDataQueries':[{'Id':'m','MetricStat':{'Metric':{'Namespace':'Shop'},'Period':60,'Stat':'Sum'}}]}", "A metric needs Namespace and MetricName")]
    [InlineData("getMetricData", "{" + Window + ",'MetricDataQueries':[{'Id':'m'," + Stat + "},{'Id':'e','Expression':'FILL(m)'}]}", "FILL in 'FILL(m)' takes two arguments")]
    [InlineData("putMetricData", "{'MetricData':[]}", "Namespace is needed")]
    [InlineData("putMetricData", "{'Namespace':'Shop','MetricData':[{'Value':1}]}", "MetricName is needed")]
    [InlineData("putMetricData", "{'Namespace':'Shop','MetricData':[{'MetricName':'Orders'}]}", "The metric Orders needs one of Value, Values and StatisticValues")]
    [InlineData("putMetricData", "{'Namespace':'Shop','MetricData':[{'MetricName':'Orders','Values':[1,2],'Counts':[1]}]}", "The metric Orders has 2 Values and 1 Counts")]
    [InlineData("putMetricAlarm", "{'AlarmName':''}", "AlarmName must have 1 to 255 characters")]
    [InlineData("putMetricAlarm", "{'AlarmName':'a','ActionsEnabled':1}", "Expected true or false")]
    [InlineData("setAlarmState", "{'AlarmName':'a','StateReason':'by hand'}", "AlarmName, StateReason and StateValue (OK, ALARM or INSUFFICIENT_DATA) are needed")]
    [InlineData("setAlarmState", "{'AlarmName':'a','StateReason':'by hand','StateValue':'BAD'}", "AlarmName, StateReason and StateValue (OK, ALARM or INSUFFICIENT_DATA) are needed")]
    [InlineData("describeAlarms", "{'AlarmNames':['a'],'AlarmNamePrefix':'b'}", "AlarmNames and AlarmNamePrefix exclude each other")]
    [InlineData("deleteAlarms", "{}", "AlarmNames is needed")]
    public async Task A_request_that_cannot_be_is_refused_with_what_was_expected(string operation, string request, string says)
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();

        var refused = await cloud.RefusedAsync($"cloudwatch:{operation}", JsonNode.Parse(request.Replace('\'', '"'))!);

        refused.Error.ShouldBe(Invalid, refused.Cause);
        refused.Cause.ShouldContain(says);
    }

    [Fact]
    public async Task The_state_of_an_alarm_that_is_not_there_is_not_set()
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();

        (await cloud.RefusalAsync("cloudwatch:setAlarmState", new { AlarmName = "none", StateValue = "ALARM", StateReason = "by hand" })).ShouldStartWith("CloudWatch.ResourceNotFound");
    }
}
