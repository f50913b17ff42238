using Sluice.Local.Tests.Clients;

namespace Sluice.Local.Tests.Cloud.Wire;

/// <summary>CloudWatch by CBOR, from AWS's own serializer: botocore has it, and is told to use it, as the SDKs for Go, Java and JavaScript do by themselves.</summary>
public sealed class CborClientTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    private const string Script = """
        import datetime, sys
        import botocore.session
        from botocore.model import ServiceModel
        ServiceModel.resolved_protocol = "smithy-rpc-v2-cbor"
        client = botocore.session.get_session().create_client("cloudwatch")
        now = datetime.datetime.now(datetime.timezone.utc)
        client.put_metric_alarm(AlarmName="errors", Namespace="Shop", MetricName="Errors", Statistic="Sum", Period=60, EvaluationPeriods=1,
                                Threshold=1.5, ComparisonOperator="GreaterThanThreshold", TreatMissingData="ignore", Dimensions=[{"Name": "Region", "Value": "north"}])
        client.set_alarm_state(AlarmName="errors", StateValue="ALARM", StateReason="by hand")
        alarm = client.describe_alarms(AlarmNames=["errors"])["MetricAlarms"][0]
        print(alarm["StateValue"], alarm["Threshold"], abs((alarm["StateUpdatedTimestamp"] - now).total_seconds()) < 60)
        client.put_metric_data(Namespace="Shop", MetricData=[{"MetricName": "Errors", "Value": 4, "Timestamp": now, "Dimensions": [{"Name": "Region", "Value": "north"}]}])
        found = client.get_metric_data(StartTime=now - datetime.timedelta(minutes=5), EndTime=now + datetime.timedelta(minutes=5), MetricDataQueries=[
            {"Id": "m", "MetricStat": {"Metric": {"Namespace": "Shop", "MetricName": "Errors", "Dimensions": [{"Name": "Region", "Value": "north"}]}, "Period": 60, "Stat": "Sum"}}])
        print(found["MetricDataResults"][0]["Values"])
        try:
            client.set_alarm_state(AlarmName="none", StateValue="OK", StateReason="x")
        except client.exceptions.ResourceNotFound as e:
            print(e.response["Error"]["Code"], e.response["ResponseMetadata"]["HTTPStatusCode"])
        for datum in ({"Value": float("nan")}, {"Value": 1e308}, {"Values": [1.0], "Counts": [0.0]}):
            try:
                client.put_metric_data(Namespace="Shop", MetricData=[{"MetricName": "Errors"} | datum])
            except client.exceptions.InvalidParameterValueException as e:
                print(e.response["Error"]["Code"], e.response["Error"]["Message"])
        try:
            client.put_metric_alarm(AlarmName="nan", Namespace="Shop", MetricName="Errors", Statistic="Sum", Period=60, EvaluationPeriods=1,
                                    Threshold=float("nan"), ComparisonOperator="GreaterThanThreshold")
        except client.exceptions.ClientError as e:
            print(e.response["Error"]["Code"], e.response["Error"]["Message"])
        """;

    [Fact]
    public async Task Alarms_and_metrics_are_put_and_come_back()
    {
        var python = ClientProgram.Need("python3");
        var hasBotocore = await RunAsync(python, "import botocore.serialize as s; assert 'smithy-rpc-v2-cbor' in s.SERIALIZERS");
        Assert.SkipUnless(hasBotocore.ExitCode == 0, "botocore, with CBOR, is not installed for python3.");

        var end = await RunAsync(python, Script);

        end.ExitCode.ShouldBe(0, end.All);
        end.Output.Trim().Split('\n').ShouldBe(
        [
            "ALARM 1.5 True",
            "[4.0]",
            "ResourceNotFound 400",
            "InvalidParameterValue The value NaN for parameter MetricData.member.1.Value is invalid.",
            "InvalidParameterValue The value 1E+308 for parameter MetricData.member.1.Value is invalid.",
            "InvalidParameterValue The value 0 for parameter MetricData.member.1.Counts.member.1 is invalid.",
            "ValidationError 1 validation error detected: Value 'NaN' at 'threshold' failed to satisfy constraint: Member must be a number, not this string",
        ]);
    }

    private Task<ProgramEnd> RunAsync(string python, string script) =>
        ClientProgram.RunAsync(python, suite.Folder, ["-c", script], suite.Environment, TestContext.Current.CancellationToken);
}
