using System.Text.Json.Nodes;

namespace Sluice.Local.Tests.Cloud.Alarms.Rules;

/// <summary>What CloudWatch refuses of an alarm's definition, in its words where they were recorded.</summary>
public sealed class PutMetricAlarmRefusalTests
{
    private const string Single =
        "{'AlarmName':'a','Namespace':'Shop','MetricName':'Orders','Statistic':'Sum','Period':60,'EvaluationPeriods':3,'Threshold':1,'ComparisonOperator':'GreaterThanThreshold'}";

    private const string Stat = "'MetricStat':{'Metric':{'Namespace':'Shop','MetricName':'Orders'},'Period':60,'Stat':'Sum'}";
    private const string Listed =
        "{'AlarmName':'a','Metrics':[{'Id':'m'," + Stat + "}],'EvaluationPeriods':3,'Threshold':1,'ComparisonOperator':'GreaterThanThreshold'}";

    [Theory]
    [InlineData("{'Statistic':'p99'}", "Value 'p99' at 'statistic' failed to satisfy constraint: Member must satisfy enum value set: [SampleCount, Average, Sum, Minimum, Maximum]")]
    [InlineData("{'Statistic':null,'ExtendedStatistic':'Sum'}", "The value Sum for parameter ExtendedStatistic is not supported.")]
    [InlineData("{'Statistic':null,'ExtendedStatistic':'p101'}", "The value p101 for parameter ExtendedStatistic is not supported.")]
    [InlineData("{'ExtendedStatistic':'p99'}", "PutMetricAlarm request can not be made with both Statistic and ExtendedStatistic parameters.")]
    [InlineData("{'Statistic':null}", "PutMetricAlarm request should have a Statistic parameter")]
    [InlineData("{'MetricName':null}", "MetricName must not be null")]
    [InlineData("{'Period':null}", "PutMetricAlarm request should have a Period parameter")]
    [InlineData("{'Period':7}", "Period must be 10, 20, 30 or a multiple of 60")]
    [InlineData("{'Period':90}", "Period must be 10, 20, 30 or a multiple of 60")]
    [InlineData("{'Period':0}", "Value '0' at 'period' failed to satisfy constraint: Member must have value greater than or equal to 1")]
    [InlineData("{'EvaluationPeriods':1441}", "Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= 86400) for alarms using period < 3600")]
    [InlineData("{'Period':3600,'EvaluationPeriods':169}", "Metrics cannot be checked across more than a week (EvaluationPeriods * Period must be <= 604800) for alarms using period >= 3600")]
    [InlineData("{'Period':2147483640,'EvaluationPeriods':2147483647}", "Metrics cannot be checked across more than a week")]
    [InlineData("{'EvaluationPeriods':null}", "PutMetricAlarm request should have an EvaluationPeriods parameter")]
    [InlineData("{'EvaluationPeriods':2147483648}", "at 'evaluationPeriods' failed to satisfy constraint: Member must be a whole number of 32 bits")]
    [InlineData("{'DatapointsToAlarm':4}", "DatapointsToAlarm must be less than or equal to EvaluationPeriods")]
    [InlineData("{'DatapointsToAlarm':0}", "Value '0' at 'datapointsToAlarm' failed to satisfy constraint: Member must have value greater than or equal to 1")]
    [InlineData("{'Threshold':null}", "PutMetricAlarm request should have a valid Threshold parameter")]
    [InlineData("{'Threshold':'NaN'}", "Value 'NaN' at 'threshold' failed to satisfy constraint: Member must be a number")]
    [InlineData("{'Threshold':'Infinity'}", "Value 'Infinity' at 'threshold' failed to satisfy constraint: Member must be a number")]
    [InlineData("{'Threshold':1e999}", "Value '1e999' at 'threshold' failed to satisfy constraint: Member must be a number")]
    [InlineData("{'ComparisonOperator':null}", "PutMetricAlarm request should have a valid ComparisonOperator parameter")]
    [InlineData("{'ComparisonOperator':'Bigger'}", "Value 'Bigger' at 'comparisonOperator' failed to satisfy constraint: Member must satisfy enum value set: [")]
    [InlineData("{'ComparisonOperator':'LessThanLowerThreshold'}", "The ComparisonOperator LessThanLowerThreshold is for anomaly detection")]
    [InlineData("{'ThresholdMetricId':'band'}", "ThresholdMetricId")]
    [InlineData("{'TreatMissingData':'bad'}", "Supported values for TreatMissingData are breaching, notBreaching, ignore, and missing.")]
    [InlineData("{'EvaluateLowSampleCountPercentile':'ignore'}", "EvaluateLowSampleCountPercentile")]
    [InlineData("{'Unit':'Parsecs'}", "Value 'Parsecs' at 'unit' failed to satisfy constraint: Member must satisfy enum value set: [Seconds, ")]
    [InlineData("{'AlarmName':'a\\u0007b'}", "AlarmName must not contain ASCII Control characters")]
    [InlineData("{'Dimensions':[{'Name':'Region','Value':''}]}", "Value '' at 'dimensions.1.member.value' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("{'Dimensions':[{'Name':'Region','Value':'nörd'}]}", "The parameter Dimensions.member.1.Value contains non-ASCII characters.")]
    [InlineData("{'Namespace':':Shop'}", "Value ':Shop' at 'namespace' failed to satisfy constraint: Member must satisfy regular expression pattern: [^:].*")]
    [InlineData("{'AlarmActions':['page me']}", "Invalid arn syntax: page me")]
    [InlineData("{'OKActions':['arn:aws:sqs:us-east-1:123456789012:queue']}", "Unsupported AWS vendor sqs")]
    [InlineData("{'Tags':[{'Key':'','Value':'x'}]}", "Value '' at 'tags.1.member.key' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("{'Tags':[{'Key':'k'}]}", "Value null at 'tags.1.member.value' failed to satisfy constraint: Member must not be null")]
    public Task A_definition_of_one_metric_that_cloudwatch_refuses_is_refused(string change, string says) => RefusesAsync(Changed(Single, change), says);

    [Theory]
    [InlineData("{'MetricName':'Orders'}", "MetricName should not be set if list of Metrics is set.")]
    [InlineData("{'Period':60}", "Period should not be set if list of Metrics is set.")]
    [InlineData("{'Statistic':'Sum','Unit':'Count'}", "Unit should not be set if list of Metrics is set.\nStatistic should not be set if list of Metrics is set.")]
    [InlineData("{'Namespace':'Shop','Dimensions':[{'Name':'a','Value':'b'}],'ExtendedStatistic':'p9'}", "Namespace should not be set if list of Metrics is set.\nDimensions should not")]
    [InlineData("{'Metrics':[{'Id':'m'," + Stat + "},{'Id':'n'," + Stat + "}]}", "exactly one of Metrics must have ReturnData true")]
    [InlineData("{'Metrics':[{'Id':'m','MetricStat':{'Metric':{'Namespace':'Shop','MetricName':'Orders'},'Stat':'Sum'}}]}", "Value null at 'metrics.1.member.metricStat.period' failed to satisfy constraint: Member must not be null")]
    [InlineData("{'Metrics':[{'Id':'m','MetricStat':{'Metric':{'Namespace':'Shop','MetricName':'Orders'},'Period':90,'Stat':'Sum'}}]}", "Period must be 10, 20, 30 or a multiple of 60")]
    [InlineData("{'Metrics':[{'Id':'m','Expression':''}]}", "Value '' at 'metrics.1.member.expression' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("{'Metrics':[{'Id':'m','ReturnData':false," + Stat + "},{'Id':'band','Expression':'ANOMALY_DETECTION_BAND(m)'}]}", "ANOMALY_DETECTION_BAND")]
    [InlineData("{'Metrics':[]}", "MetricName must not be null")]
    public Task A_definition_of_several_metrics_that_cloudwatch_refuses_is_refused(string change, string says) => RefusesAsync(Changed(Listed, change), says);

    [Theory]
    [InlineData("Dimensions", 31, "{'Name':'a','Value':'b'}", "Value 'of 31 elements' at 'dimensions' failed to satisfy constraint: Member must have length less than or equal to 30")]
    [InlineData("AlarmActions", 6, "'arn:aws:sns:us-east-1:123456789012:topic'", "at 'alarmActions' failed to satisfy constraint: Member must have length less than or equal to 5")]
    [InlineData("OKActions", 6, "'arn:aws:sns:us-east-1:123456789012:topic'", "at 'oKActions' failed to satisfy constraint: Member must have length less than or equal to 5")]
    [InlineData("Tags", 51, "{'Key':'a','Value':'b'}", "at 'tags' failed to satisfy constraint: Member must have length less than or equal to 50")]
    public Task A_list_that_is_too_long_is_refused(string member, int count, string element, string says) =>
        RefusesAsync(Changed(Single, "{'" + member + "':[" + string.Join(',', Enumerable.Repeat(element, count)) + "]}"), says.Replace("'of 31 elements'", "of 31 elements", StringComparison.Ordinal));

    [Fact]
    public async Task Texts_that_are_too_long_are_refused_together()
    {
        var definition = Changed(Single, "{'AlarmDescription':'" + new string('d', 1025) + "','AlarmName':'" + new string('n', 256) + "','MetricName':'" + new string('m', 256) + "'}");

        await RefusesAsync(definition, "3 validation errors detected: ");
        await RefusesAsync(definition, "at 'alarmDescription' failed to satisfy constraint: Member must have length less than or equal to 1024; ");
    }

    [Fact]
    public async Task Eleven_metrics_or_expressions_are_refused()
    {
        var metrics = string.Join(',', Enumerable.Range(1, 11).Select(number => "{'Id':'m" + number + "','ReturnData':false," + Stat + "}"));
        var expressions = string.Join(',', Enumerable.Range(1, 11).Select(number => "{'Id':'e" + number + "','ReturnData':false,'Expression':'m1 + 1'}"));

        await RefusesAsync(Changed(Listed, "{'Metrics':[" + metrics + "]}"), "an alarm has at most 10 metrics");
        await RefusesAsync(Changed(Listed, "{'Metrics':[" + expressions + "]}"), "an alarm has at most 10 expressions");
    }

    [Fact]
    public async Task All_rules_that_are_broken_are_told_at_once() => await RefusesAsync(
        Changed(Single, "{'DatapointsToAlarm':4,'TreatMissingData':'bad','Statistic':null,'Period':7}"),
        "DatapointsToAlarm must be less than or equal to EvaluationPeriods\nSupported values for TreatMissingData are breaching, notBreaching, ignore, and missing.\n"
            + "PutMetricAlarm request should have a Statistic parameter\nPeriod must be 10, 20, 30 or a multiple of 60");

    [Theory]
    [InlineData(Single, "{}")]
    [InlineData(Single, "{'Statistic':null,'ExtendedStatistic':'p99.9'}")]
    [InlineData(Single, "{'Period':20,'Unit':'Count/Second','TreatMissingData':'ignore','DatapointsToAlarm':2}")]
    [InlineData(Single, "{'AlarmName':'ünïcode names/are fine','AlarmDescription':'','Tags':[{'Key':'k','Value':''}]}")]
    [InlineData(Single, "{'AlarmActions':['arn:aws:sns:us-east-1:123456789012:topic'],'InsufficientDataActions':['arn:aws:automate:us-east-1:ec2:stop']}")]
    [InlineData(Single, "{'Threshold':'1.5','Period':'60','ActionsEnabled':'false'}")]
    [InlineData(Listed, "{'Dimensions':[]}")]
    public async Task What_cloudwatch_takes_is_taken(string definition, string change)
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();

        await cloud.CallAsync("cloudwatch:putMetricAlarm", Changed(definition, change));

        (await cloud.CallAsync("cloudwatch:describeAlarms", new { }))["MetricAlarms"]!.AsArray().ShouldHaveSingleItem();
    }

    private static JsonNode Changed(string definition, string change)
    {
        var changed = JsonNode.Parse(definition.Replace('\'', '"'))!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(change.Replace('\'', '"'))!.AsObject())
        {
            changed[name] = value?.DeepClone();
        }

        return changed;
    }

    private static async Task RefusesAsync(JsonNode definition, string says)
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();

        var refused = await cloud.RefusedAsync("cloudwatch:putMetricAlarm", definition);

        refused.Error.ShouldBe("CloudWatch.CloudWatchException");
        refused.Cause.ShouldContain(says, Case.Sensitive);
        (await cloud.CallAsync("cloudwatch:describeAlarms", new { }))["MetricAlarms"]!.AsArray().ShouldBeEmpty();
    }
}
