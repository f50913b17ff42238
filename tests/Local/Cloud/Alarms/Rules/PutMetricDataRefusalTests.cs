using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Time;

namespace Sluice.Local.Tests.Cloud.Alarms.Rules;

/// <summary>What CloudWatch refuses of metric data, with its errors and, where they were recorded, its words.</summary>
public sealed class PutMetricDataRefusalTests
{
    private const string Value = "CloudWatch.InvalidParameterValueException";
    private const string Missing = "CloudWatch.MissingRequiredParameterException";
    private const string Combination = "CloudWatch.InvalidParameterCombinationException";
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("'Value':'NaN'", Value, "The value NaN for parameter MetricData.member.1.Value is invalid.")]
    [InlineData("'Value':'-Infinity'", Value, "The value -Infinity for parameter MetricData.member.1.Value is invalid.")]
    [InlineData("'Value':1e999", Value, "The value 1e999 for parameter MetricData.member.1.Value is invalid.")]
    [InlineData("'Value':1e308", Value, "The value 1E+308 for parameter MetricData.member.1.Value is invalid.")]
    [InlineData("'Value':-4.697085e108", Value, "The value -4.697085E+108 for parameter MetricData.member.1.Value is invalid.")]
    [InlineData("'Value':2.128980e-109", Value, "The value 2.12898E-109 for parameter MetricData.member.1.Value is invalid.")]
    [InlineData("'Value':'many'", Value, "The value many for parameter MetricData.member.1.Value is invalid.")]
    [InlineData("'Values':[1e308,1e308]", Value, "The value 1E+308 for parameter MetricData.member.1.Values.member.1 is invalid.\nThe value 1E+308 for parameter MetricData.member.1.Values.member.2 is invalid.")]
    [InlineData("'Values':[1],'Counts':[0]", Value, "The value 0 for parameter MetricData.member.1.Counts.member.1 is invalid.")]
    [InlineData("'Values':[1],'Counts':[-1]", Value, "The value -1 for parameter MetricData.member.1.Counts.member.1 is invalid.")]
    [InlineData("'Values':[1,2],'Counts':[1]", Combination, "The parameters MetricData.member.1.Values and MetricData.member.1.Counts must be of the same size.")]
    [InlineData("'Value':1,'Counts':[1]", Combination, "The parameters MetricData.member.1.Values and MetricData.member.1.Counts must be of the same size.")]
    [InlineData("'Value':1,'Values':[1]", Combination, "The parameters MetricData.member.1.Value and MetricData.member.1.Values are mutually exclusive and you have specified both.")]
    [InlineData("'Value':1,'StatisticValues':{'SampleCount':1,'Sum':1,'Minimum':1,'Maximum':1}", Combination, "The parameters MetricData.member.1.Value and MetricData.member.1.StatisticValues are mutually exclusive and you have specified both.")]
    [InlineData("'Unit':'Count'", Combination, "At least one of the parameters MetricData.member.1.Value, MetricData.member.1.StatisticValues and MetricData.member.1.Values must be specified.")]
    [InlineData("'StatisticValues':{'SampleCount':0,'Sum':0,'Minimum':0,'Maximum':0}", Value, "The parameter MetricData.member.1.StatisticValues.SampleCount must be greater than 0.")]
    [InlineData("'StatisticValues':{'SampleCount':2,'Sum':3,'Minimum':2,'Maximum':1}", Value, "The parameter MetricData.member.1.StatisticValues.Maximum must be greater than MetricData.member.1.StatisticValues.Minimum.")]
    [InlineData("'StatisticValues':{'SampleCount':2,'Sum':1e300,'Minimum':1,'Maximum':2}", Value, "The value 1E+300 for parameter MetricData.member.1.StatisticValues.Sum is invalid.")]
    [InlineData("'StatisticValues':{'SampleCount':2,'Minimum':1}", Missing, "The parameter MetricData.member.1.StatisticValues.Sum is required.\nThe parameter MetricData.member.1.StatisticValues.Maximum is required.")]
    [InlineData("'Value':1,'Unit':'Parsecs'", Value, "The parameter MetricData.member.1.Unit must be a value in the set [ Seconds, Microseconds, Milliseconds, ")]
    [InlineData("'Value':1,'StorageResolution':5", Value, "The parameter MetricData.member.1.StorageResolution must be a value in the set [ 1, 60 ].")]
    [InlineData("'Value':1,'Timestamp':'2025-12-18T11:59:59Z'", Value, "The parameter MetricData.member.1.Timestamp must specify a time within the past two weeks.")]
    [InlineData("'Value':1,'Timestamp':'2026-01-01T14:00:01Z'", Value, "The parameter MetricData.member.1.Timestamp must specify a time no more than two hours in the future.")]
    [InlineData("'Value':1,'Timestamp':1e300", Value, "The parameter MetricData.member.1.Timestamp is invalid: Member must be a timestamp")]
    [InlineData("'Value':1,'Timestamp':'soon'", Value, "The parameter MetricData.member.1.Timestamp is invalid: Member must be a timestamp")]
    [InlineData("'Value':1,'Dimensions':[{'Name':'Region','Value':''}]", Value, "The parameter MetricData.member.1.Dimensions.member.1.Value is invalid: Member must have length greater than or equal to 1.")]
    [InlineData("'Value':1,'Dimensions':[{'Name':':Region','Value':'n'}]", Value, "The parameter MetricData.member.1.Dimensions.member.1.Name must not start with a colon.")]
    [InlineData("'Value':1,'Dimensions':[{'Name':'Region','Value':' '}]", Value, "The parameter MetricData.member.1.Dimensions.member.1.Value must contain at least one non-whitespace character.")]
    [InlineData("'Value':1,'Dimensions':[{'Name':'Region','Value':'nörd'}]", Value, "The parameter MetricData.member.1.Dimensions.member.1.Value contains non-ASCII characters.")]
    [InlineData("'Value':1,'Dimensions':[{'Name':'Region','Value':'a\\u0007'}]", Value, "The parameter MetricData.member.1.Dimensions.member.1.Value contains ASCII control characters.")]
    [InlineData("'Value':1,'Dimensions':[{'Name':'Region'}]", Missing, "The parameter MetricData.member.1.Dimensions.member.1.Value is required.")]
    [InlineData("'Value':1,'Dimensions':[null]", Missing, "The parameter MetricData.member.1.Dimensions.member.1 is required.")]
    public async Task A_datum_that_cloudwatch_refuses_is_refused_in_its_words(string members, string error, string says)
    {
        await using var cloud = await StartedAsync();

        var refused = await RefusedAsync(cloud, "{'Namespace':'Shop','MetricData':[{'MetricName':'Orders'," + members + "}]}");

        refused.Cause.ShouldStartWith(says);
        refused.Error.ShouldBe(error);
    }

    [Theory]
    [InlineData("'MetricData':[{'MetricName':'Orders','Value':1}]", Missing, "The parameter Namespace is required.")]
    [InlineData("'Namespace':'Shop'", Missing, "The parameter MetricData is required.")]
    [InlineData("'Namespace':'Shop','MetricData':[]", Missing, "The parameter MetricData is required.")]
    [InlineData("'Namespace':'Shop','MetricData':[{'Value':1}]", Missing, "The parameter MetricData.member.1.MetricName is required.")]
    [InlineData("'Namespace':'AWS/Lambda','MetricData':[{'MetricName':'Errors','Value':1}]", Value, "The value AWS/ for parameter Namespace is invalid.")]
    [InlineData("'Namespace':':Shop','MetricData':[{'MetricName':'Errors','Value':1}]", Value, "The parameter Namespace is invalid: Member must satisfy regular expression pattern: [^:].*.")]
    [InlineData("'Namespace':'Shöp','MetricData':[{'MetricName':'Errors','Value':1}]", Value, "The parameter Namespace contains non-ASCII characters.")]
    public async Task A_request_that_cloudwatch_refuses_is_refused_in_its_words(string members, string error, string says)
    {
        await using var cloud = await StartedAsync();

        (await RefusedAsync(cloud, "{" + members + "}")).ShouldBe((error, says));
    }

    [Fact]
    public async Task Lists_have_at_most_as_many_elements_as_cloudwatch_takes()
    {
        await using var cloud = await StartedAsync();
        var datum = "{'MetricName':'Orders','Value':1}";

        (await RefusedAsync(cloud, Data(Repeated(datum, 1001)))).Cause.ShouldBe("The collection MetricData must not have a size greater than 1000.");
        (await RefusedAsync(cloud, Data("{'MetricName':'Orders','Values':[" + Repeated("1", 151) + "]}"))).Cause.ShouldBe("The collection MetricData.member.1.Values must not have a size greater than 150.");
        (await RefusedAsync(cloud, Data("{'MetricName':'Orders','Value':1,'Dimensions':[" + Repeated("{'Name':'a','Value':'b'}", 31) + "]}"))).Cause
            .ShouldBe("The collection MetricData.member.1.Dimensions must not have a size greater than 30.");
        (await RefusedAsync(cloud, Data("{'MetricName':'" + new string('n', 256) + "','Value':1}"))).Cause
            .ShouldBe("The parameter MetricData.member.1.MetricName is invalid: Member must have length less than or equal to 255.");
        await PutAsync(cloud, Data(Repeated(datum, 1000)));
    }

    [Fact]
    public async Task All_faults_are_told_at_once_and_nothing_of_the_request_is_recorded()
    {
        await using var cloud = await StartedAsync();

        var refused = await RefusedAsync(cloud, Data("{'MetricName':'Orders','Value':1},{'MetricName':'Orders','Value':1e308},{'MetricName':'Orders','Values':[2],'Counts':[0]}"));

        refused.Cause.Split('\n').ShouldBe(["The value 1E+308 for parameter MetricData.member.2.Value is invalid.", "The value 0 for parameter MetricData.member.3.Counts.member.1 is invalid."]);
        var query = "{'Id':'m','MetricStat':{'Metric':{'Namespace':'Shop','MetricName':'Orders'},'Period':60,'Stat':'Sum'}}";
        var read = await cloud.CallAsync("cloudwatch:getMetricData", Parsed("{'StartTime':'2026-01-01T11:50:00Z','EndTime':'2026-01-01T12:10:00Z','MetricDataQueries':[" + query + "]}"));
        read["MetricDataResults"]![0]!["Values"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("'Value':2.348542582773833e108")]
    [InlineData("'Value':-2.348542582773833e108")]
    [InlineData("'Value':4.25796e-109")]
    [InlineData("'Value':0")]
    [InlineData("'Value':'1.5'")]
    [InlineData("'Values':[1],'Counts':[0.5]")]
    [InlineData("'StatisticValues':{'SampleCount':2,'Sum':3,'Minimum':1.5,'Maximum':1.5}")]
    [InlineData("'Value':1,'Timestamp':'2025-12-18T12:00:00Z'")]
    [InlineData("'Value':1,'Timestamp':'2026-01-01T14:00:00Z'")]
    public async Task What_cloudwatch_takes_is_taken(string members)
    {
        await using var cloud = await StartedAsync();

        await PutAsync(cloud, Data("{'MetricName':'Orders'," + members + "}"));
    }

    private static string Data(string data) => "{'Namespace':'Shop','MetricData':[" + data + "]}";

    private static string Repeated(string element, int times) => string.Join(',', Enumerable.Repeat(element, times));

    private static JsonNode Parsed(string request) => JsonNode.Parse(request.Replace('\'', '"'))!;

    private static Task<JsonNode> PutAsync(CloudUnderTest cloud, string request) => cloud.CallAsync("cloudwatch:putMetricData", Parsed(request));

    private static Task<(string Error, string Cause)> RefusedAsync(CloudUnderTest cloud, string request) => cloud.RefusedAsync("cloudwatch:putMetricData", Parsed(request));

    private static async Task<CloudUnderTest> StartedAsync()
    {
        var cloud = new CloudUnderTest { Time = new VirtualTime(Noon) };
        await cloud.StartAsync();
        return cloud;
    }
}
