using System.Text.Json.Nodes;

namespace Sluice.Local.Tests.Clients;

/// <summary>EventBridge, SNS and SQS, by AWS's own library.</summary>
public sealed class MessagingClientTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    private const string Begin = """
        import boto3, json
        from botocore.exceptions import ClientError
        sqs, sns, events, s3, logs = (boto3.client(name) for name in ("sqs", "sns", "events", "s3", "logs"))
        def queue(name, **attributes):
            url = sqs.create_queue(QueueName=name, Attributes=attributes)["QueueUrl"]
            return url, sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
        def take(url, most=10):
            got = sqs.receive_message(QueueUrl=url, WaitTimeSeconds=20, MaxNumberOfMessages=most, MessageAttributeNames=["All"])["Messages"]
            for one in got:
                sqs.delete_message(QueueUrl=url, ReceiptHandle=one["ReceiptHandle"])
            return got
        def refused(call, **arguments):
            try:
                return str(call(**arguments))
            except ClientError as e:
                return e.response["Error"]["Code"] + ": " + e.response["Error"]["Message"]

        """;

    [Fact]
    public async Task An_event_goes_through_rules_to_a_queue_a_topic_another_bus_and_a_log_group()
    {
        var said = await RunAsync("""
            url, arn = queue("one")
            second, second_arn = queue("two")
            topic = sns.create_topic(Name="told")["TopicArn"]
            sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=second_arn, Attributes={"RawMessageDelivery": "true"})
            other = events.create_event_bus(Name="other", Tags=[{"Key": "Team", "Value": "shop"}])["EventBusArn"]
            third, third_arn = queue("three")
            logs.create_log_group(logGroupName="/events")
            events.put_rule(Name="ordered", EventPattern=json.dumps({"source": ["shop"], "detail": {"n": [{"numeric": [">", 1]}]}}))
            events.put_rule(Name="again", EventBusName="other", EventPattern=json.dumps({"source": ["shop"]}))
            events.put_targets(Rule="ordered", Targets=[{"Id": "q", "Arn": arn, "InputPath": "$.detail"}, {"Id": "t", "Arn": topic, "Input": '"constant"'}, {"Id": "b", "Arn": other}, {"Id": "l", "Arn": "arn:aws:logs:us-east-1:123456789012:log-group:/events"}])
            events.put_targets(Rule="again", EventBusName=other, Targets=[{"Id": "q", "Arn": third_arn, "InputPath": "$.id"}, {"Id": "never", "Arn": "arn:aws:events:us-east-1:123456789012:event-bus/default"}])
            put = events.put_events(Entries=[{"Source": "shop", "DetailType": "Ordered", "Detail": json.dumps({"n": n})} for n in (1, 2)] + [{"Source": "aws.x", "DetailType": "x", "Detail": "{}"}, {"Source": "shop", "DetailType": "x", "Detail": "no"}, {"Source": "shop", "DetailType": "x"}])
            first, through_topic, through_bus = take(url), take(second), take(third)
            while not (logged := logs.filter_log_events(logGroupName="/events")["events"]):
                pass
            print(json.dumps({
                "put": [e.get("ErrorCode", "taken") for e in put["Entries"]], "failed": put["FailedEntryCount"], "queue": [m["Body"] for m in first], "topic": [m["Body"] for m in through_topic],
                "bus": [json.loads(m["Body"]) for m in through_bus] == [put["Entries"][1]["EventId"]], "logged": [json.loads(e["message"])["detail"] for e in logged],
                "rules": [r["Name"] for r in events.list_rules(NamePrefix="or")["Rules"]], "of": events.list_rule_names_by_target(TargetArn=arn)["RuleNames"], "tags": events.list_tags_for_resource(ResourceARN=other)["Tags"],
                "buses": [b["Name"] for b in events.list_event_buses()["EventBuses"]],
                "fits": events.test_event_pattern(EventPattern='{"source": [{"prefix": "sh"}]}', Event=json.dumps({"id": "1", "account": "1", "source": "shop", "time": "x", "region": "r", "resources": [], "detail-type": "d"}))["Result"],
            }))
            """);

        said.ToJsonString().ShouldBe(
            """{"put":["taken","taken","NotAuthorizedForSourceException","MalformedDetail","InvalidArgument"],"failed":3,"queue":["{\u0022n\u0022:2}"],"topic":["\u0022constant\u0022"],"bus":true,"logged":[{"n":2}],"rules":["ordered"],"of":["ordered"],"tags":[{"Key":"Team","Value":"shop"}],"buses":["default","other","sluice"],"fits":true}""");
    }

    [Fact]
    public async Task What_cannot_be_brought_goes_to_the_dead_letters_with_the_reason()
    {
        var said = await RunAsync("""
            grave, grave_arn = queue("grave")
            gone, gone_arn = queue("gone")
            events.put_rule(Name="lost", EventPattern='{"source": ["lost"]}')
            events.put_targets(Rule="lost", Targets=[{"Id": "q", "Arn": gone_arn, "Input": '"changed"', "DeadLetterConfig": {"Arn": grave_arn}}, {"Id": "p", "Arn": "arn:aws:codepipeline:us-east-1:123456789012:shop", "DeadLetterConfig": {"Arn": grave_arn}}])
            sqs.delete_queue(QueueUrl=gone)
            events.put_events(Entries=[{"Source": "lost", "DetailType": "x", "Detail": "{}"}])
            got = take(grave, 1) + take(grave, 1)
            print(json.dumps(sorted([[json.loads(m["Body"])["source"], m["MessageAttributes"]["ERROR_CODE"]["StringValue"], m["MessageAttributes"]["ERROR_MESSAGE"]["StringValue"], m["MessageAttributes"]["RETRY_ATTEMPTS"]["StringValue"]] for m in got])))
            """);

        said.ToJsonString().ShouldBe(
            """[["lost","RESOURCE_NOT_FOUND","There is no pipeline \u0027shop\u0027.","0"],["lost","RESOURCE_NOT_FOUND","There is no queue arn:aws:sqs:us-east-1:123456789012:gone.","0"]]""");
    }

    [Fact]
    public async Task Objects_of_a_bucket_that_wants_it_are_told()
    {
        var said = await RunAsync("""
            url, arn = queue("objects")
            for name in ("telling", "silent"):
                s3.create_bucket(Bucket=name)
            s3.put_bucket_versioning(Bucket="telling", VersioningConfiguration={"Status": "Enabled"})
            s3.put_bucket_notification_configuration(Bucket="telling", NotificationConfiguration={"EventBridgeConfiguration": {}})
            events.put_rule(Name="objects", EventPattern='{"source": ["aws.s3"]}')
            events.put_targets(Rule="objects", Targets=[{"Id": "q", "Arn": arn}])
            for name in ("silent", "telling"):
                s3.put_object(Bucket=name, Key="a/b", Body=b"cat")
            s3.copy_object(Bucket="telling", Key="c", CopySource="telling/a/b")
            s3.delete_object(Bucket="telling", Key="c")
            told = []
            while len(told) < 3:
                told += take(url)
            told = sorted((json.loads(m["Body"]) for m in told), key=lambda e: (e["detail"]["reason"]))
            print(json.dumps({
                "told": [[e["detail-type"], e["detail"]["bucket"]["name"], e["detail"]["object"]["key"], e["detail"]["object"].get("size"), e["detail"]["reason"], e["detail"].get("deletion-type"), "version-id" in e["detail"]["object"]] for e in told],
                "on": ["EventBridgeConfiguration" in s3.get_bucket_notification_configuration(Bucket=name) for name in ("telling", "silent")],
            }))
            """);

        said.ToJsonString().ShouldBe(
            """{"told":[["Object Created","telling","c",3,"CopyObject",null,true],["Object Deleted","telling","c",null,"DeleteObject","Delete Marker Created",true],["Object Created","telling","a/b",3,"PutObject",null,true]],"on":[true,false]}""");
    }

    [Fact]
    public async Task What_is_not_served_is_refused_by_its_name()
    {
        var said = await RunAsync("""
            events.put_rule(Name="refusing", EventPattern='{"source": ["x"]}')
            bad = lambda **target: refused(events.put_targets, Rule="refusing", Targets=[dict(Id="t", **target)])
            print(json.dumps([
                bad(Arn="arn:aws:ecs:us-east-1:123456789012:cluster/x"), bad(Arn="arn:aws:sqs:eu-west-1:123456789012:q"), bad(Arn="arn:aws:sqs:us-east-1:123456789012:q.fifo"),
                bad(Arn="arn:aws:sqs:us-east-1:123456789012:q", SqsParameters={"MessageGroupId": "g"}), bad(Arn="arn:aws:sqs:us-east-1:123456789012:q", Input="no json"),
                refused(events.put_rule, Name="x", EventPattern='{"a": "b"}'), refused(events.put_rule, Name="x", ScheduleExpression="rate(1 minutes)"), refused(events.put_rule, Name="x"),
                refused(events.delete_event_bus, Name="default"), refused(events.describe_rule, Name="none"), refused(events.put_rule, Name="x", EventBusName="none", EventPattern='{"a": ["b"]}'),
                refused(events.list_archives)[:60],
            ]))
            """);

        said.AsArray().Select(one => (string)one!).ShouldBe(
        [
            "ValidationException: 'arn:aws:ecs:us-east-1:123456789012:cluster/x' is of ecs, to which this machine sends nothing: it sends to codepipeline, events, lambda, logs, sns, sqs",
            "ValidationException: 'arn:aws:sqs:eu-west-1:123456789012:q' is not of this machine, which is 123456789012 in us-east-1",
            "ValidationException: 'q.fifo' is a FIFO queue, which is not served on this machine",
            "ValidationException: SqsParameters of target t is not served on this machine: no target here takes it.",
            "ValidationException: JSON syntax error in input for target t",
            "InvalidEventPatternException: Event pattern is not valid. Reason: a: an object or a list that is not empty was expected",
            "ValidationException: Parameter ScheduleExpression is not valid.",
            "ValidationException: Parameter(s) EventPattern or ScheduleExpression must be specified.",
            "ValidationException: Cannot delete event bus default.",
            "ResourceNotFoundException: Rule none does not exist on EventBus default.",
            "ResourceNotFoundException: Event bus none does not exist.",
            "UnknownOperationException: eventbridge:ListArchives is not s",
        ]);
    }

    /// <summary>An event of the suite's own source may start executions of its machines, so that what builds hold must not put one.</summary>
    [Fact]
    public async Task A_builder_puts_events_publishes_and_takes_and_neither_speaks_for_the_suite_nor_makes_anything()
    {
        var said = JsonNode.Parse(await PythonClient.RunAsync(suite.Endpoint, suite.Credentials, Begin + $$"""
            url, arn = queue("built")
            topic = sns.create_topic(Name="built")["TopicArn"]
            import os
            forged = dict(Source="sluice.suite", DetailType="Sluice Execution Requested", EventBusName="sluice", Detail=json.dumps({"machine": "notify", "name": "forged", "input": dict()}))
            admin = events.put_events(Entries=[dict(Source="sluice.mine", DetailType="x", Detail="{}")])["FailedEntryCount"]
            os.environ["AWS_SHARED_CREDENTIALS_FILE"] = "{{Path.Combine(Path.GetDirectoryName(suite.Credentials)!, "build-credentials")}}"
            builder = boto3.session.Session()
            sqs, sns, events = (builder.client(name) for name in ("sqs", "sns", "events"))
            said = lambda call, **arguments: refused(call, **arguments).split("perform: ")[-1]
            sqs.send_message(QueueUrl=url, MessageBody="built")
            print(json.dumps([
                str(admin), said(events.put_events, Entries=[dict(Source="mine", DetailType="x", Detail="{}"), forged]), str(events.put_events(Entries=[dict(Source="mine", DetailType="x", Detail="{}")])["FailedEntryCount"]),
                "MessageId" in sns.publish(TopicArn=topic, Message="built") and "published", take(url)[0]["Body"],
                said(events.put_rule, Name="x", EventPattern='{"a": ["b"]}'), said(sns.subscribe, TopicArn=topic, Protocol="sqs", Endpoint=arn), said(sqs.create_queue, QueueName="x"),
            ]))
            """))!.AsArray().Select(one => (string)one!).ToList();

        said.ShouldBe(
        [
            "0",
            "events:PutEvents with a source that begins with 'sluice.', because the role builder of its key does not allow it",
            "0",
            "published",
            "built",
            "events:PutRule because the role builder of its key does not allow it",
            "sns:Subscribe because the role builder of its key does not allow it",
            "sqs:CreateQueue because the role builder of its key does not allow it",
        ]);
    }

    private async Task<JsonNode> RunAsync(string script) => JsonNode.Parse(await PythonClient.RunAsync(suite.Endpoint, suite.Credentials, Begin + script))!;
}
