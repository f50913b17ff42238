using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Sluice.Platform.Protocol;

namespace Sluice.Platform.Tests.Protocol.Unserved;

/// <summary>What a client is told that asks for a service that is not here: in its own protocol, so that it can show it.</summary>
public sealed class UnservedRequestsTests
{
    private const string Form = "application/x-www-form-urlencoded; charset=utf-8";
    private const string Served = "is not served here. Served are codedeploy.";
    private readonly WireFixture _wire = new();

    [Theory]
    [InlineData("iam", "POST", "/", Form, "Action=ListUsers&Version=2010-05-08", "iam:ListUsers")]
    [InlineData(null, "POST", "/", Form, "Action=ListUsers&Version=2010-05-08", "iam:ListUsers")]
    [InlineData(null, "POST", "/", Form, "Action=GetCallerIdentity&Version=2011-06-15", "sts:GetCallerIdentity")]
    [InlineData(null, "POST", "/", Form, "Action=Do&Version=1999-01-01", "Do")]
    [InlineData("sts", "GET", "/?Action=GetCallerIdentity&Version=2011-06-15", null, "", "sts:GetCallerIdentity")]
    [InlineData("route53", "GET", "/2013-04-01/hostedzone", null, "", "route53 (GET /2013-04-01/hostedzone)")]
    [InlineData(null, "GET", "/2013-04-01/hostedzone", null, "", "route53 (GET /2013-04-01/hostedzone)")]
    [InlineData("some-xml", "POST", "/things", "application/xml", "<a/>", "some-xml (POST /things)")]
    public async Task The_query_protocol_and_REST_XML(string? signedFor, string method, string uri, string? type, string body, string call)
    {
        var answer = await AnswerAsync(signedFor, method, uri, type, body);
        var error = XDocument.Parse(Text(answer)).Root!;
        (answer.Status, error.Name.LocalName, error.Element("RequestId")!.Value, Type(answer)).ShouldBe((400, "ErrorResponse", "the-request", "text/xml"));
        error.Element("Error")!.Elements().Select(one => $"{one.Name} {one.Value}").ShouldBe(["Type Sender", "Code InvalidAction", $"Message {call} {Served}"]);
    }

    [Theory]
    [InlineData("ec2", "Action=DescribeInstances&Version=2016-11-15")]
    [InlineData(null, "Action=DescribeInstances&Version=2016-11-15")]
    public async Task EC2(string? signedFor, string body)
    {
        var error = XDocument.Parse(Text(await AnswerAsync(signedFor, "POST", "/", Form, body))).Root!;
        (error.Name.LocalName, error.Element("RequestID")!.Value).ShouldBe(("Response", "the-request"));
        error.Element("Errors")!.Element("Error")!.Elements().Select(one => $"{one.Name} {one.Value}").ShouldBe(["Code InvalidAction", $"Message ec2:DescribeInstances {Served}"]);
    }

    [Theory]
    [InlineData("s3", "GET", "/", "s3 (GET /)")]
    [InlineData("s3", "PUT", "/bucket/a%20b", "s3 (PUT /bucket/a%20b)")]
    [InlineData("s3", "GET", "/?x-id=ListBuckets", "s3:ListBuckets")]
    [InlineData(null, "GET", "/bucket?list-type=2", "s3 (GET /bucket)")]
    [InlineData(null, "GET", "/bucket/key?x-id=GetObject", "s3:GetObject")]
    public async Task S3(string? signedFor, string method, string uri, string call)
    {
        var answer = await AnswerAsync(signedFor, method, uri);
        var error = XDocument.Parse(Text(answer)).Root!;
        (answer.Status, error.Name.LocalName, Type(answer)).ShouldBe((400, "Error", "application/xml"));
        error.Elements().Select(one => $"{one.Name} {one.Value}").ShouldBe(["Code NotImplemented", $"Message {call} {Served}", "RequestId the-request"]);
    }

    [Fact]
    public async Task A_HEAD_has_no_body_and_the_status_is_all_that_tells()
    {
        var answer = await AnswerAsync("s3", "HEAD", "/bucket/key");
        (answer.Status, answer.Body.Length).ShouldBe((501, 0));
    }

    [Theory]
    [InlineData("logs", "Logs_20140328.DescribeLogGroups", "application/x-amz-json-1.1", "logs:DescribeLogGroups", "application/x-amz-json-1.1")]
    [InlineData(null, "Logs_20140328.DescribeLogGroups", "application/x-amz-json-1.1", "logs:DescribeLogGroups", "application/x-amz-json-1.1")]
    [InlineData(null, "AmazonSQS.ListQueues", "application/x-amz-json-1.0", "sqs:ListQueues", "application/x-amz-json-1.0")]
    [InlineData(null, "Strange_2000.Do", null, "Strange_2000:Do", "application/x-amz-json-1.1")]
    public async Task AWS_JSON_in_the_clients_version(string? signedFor, string target, string? type, string call, string answered)
    {
        var answer = await AnswerAsync(signedFor, "POST", "/", type, "{}", KeyValuePair.Create("X-Amz-Target", target));
        (answer.Status, Type(answer)).ShouldBe((400, answered));
        JsonNode.DeepEquals(JsonNode.Parse(Text(answer)), new JsonObject { ["__type"] = "UnknownOperationException", ["message"] = $"{call} {Served}" }).ShouldBeTrue(Text(answer));
    }

    [Theory]
    [InlineData("apigateway", "GET", "/restapis", "apigateway (GET /restapis)")]
    [InlineData(null, "GET", "/2015-03-31/functions/", "lambda (GET /2015-03-31/functions/)")]
    [InlineData(null, "POST", "/", "POST /")]
    public async Task REST_JSON(string? signedFor, string method, string path, string call)
    {
        var answer = await AnswerAsync(signedFor, method, path);
        (answer.Status, Type(answer), answer.Headers.Single(header => header.Key == "x-amzn-ErrorType").Value).ShouldBe((400, "application/json", "UnknownOperationException"));
        ((string)JsonNode.Parse(Text(answer))!["message"]!).ShouldBe($"{call} {Served}");
    }

    [Theory]
    [InlineData("gamelift", "/service/GameLift/operation/ListFleets", "gamelift:ListFleets")]
    [InlineData(null, "/service/GameLift/operation/ListFleets", "GameLift:ListFleets")]
    [InlineData(null, "/elsewhere", "POST /elsewhere")]
    public async Task CBOR(string? signedFor, string path, string call)
    {
        var answer = await AnswerAsync(signedFor, "POST", path, "application/cbor", "", KeyValuePair.Create("smithy-protocol", "rpc-v2-cbor"));
        (answer.Status, Type(answer)).ShouldBe((400, "application/cbor"));
        answer.Headers.ShouldContain(new KeyValuePair<string, string>("smithy-protocol", "rpc-v2-cbor"));
        Text(answer).ShouldEndWith($"{call} {Served}");
    }

    [Fact]
    public async Task A_path_with_what_XML_cannot_hold_is_still_answered() =>
        XDocument.Parse(Text(await AnswerAsync("s3", "GET", "/a\u0001b<&"))).Root!.Element("Message")!.Value.ShouldStartWith("s3 (GET /ab<&)");

    [Fact]
    public async Task What_is_uploaded_is_not_read()
    {
        using var content = new MemoryStream(new byte[100]);
        var request = Request("s3", "PUT", "/bucket/key") with { Content = content };
        (await _wire.Endpoint.AnswerAsync(request, TestContext.Current.CancellationToken)).Status.ShouldBe(400);
        content.Position.ShouldBe(0);
    }

    [Fact]
    public async Task A_form_that_is_still_to_come_is_read()
    {
        using var content = new MemoryStream("Action=ListUsers&Version=2010-05-08"u8.ToArray());
        var request = Request("iam", "POST", "/", Form) with { Content = content };
        Text(await _wire.Endpoint.AnswerAsync(request, TestContext.Current.CancellationToken)).ShouldContain("iam:ListUsers");
    }

    private Task<ApiResponse> AnswerAsync(string? signedFor, string method, string uri, string? type = null, string body = "", params KeyValuePair<string, string>[] more)
    {
        var request = Request(signedFor, method, uri, type, more);
        return _wire.Endpoint.AnswerAsync(request with { Body = Encoding.UTF8.GetBytes(body) }, TestContext.Current.CancellationToken);
    }

    private static ApiRequest Request(string? signedFor, string method, string uri, string? type = null, params KeyValuePair<string, string>[] more)
    {
        List<KeyValuePair<string, string>> headers = [.. more];
        if (signedFor is not null)
        {
            headers.Add(new("Authorization", $"AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20260101/us-east-1/{signedFor}/aws4_request, SignedHeaders=host, Signature=0"));
        }

        if (type is not null)
        {
            headers.Add(new("Content-Type", type));
        }

        var mark = uri.IndexOf('?', StringComparison.Ordinal);
        return new ApiRequest(method, mark < 0 ? uri : uri[..mark], mark < 0 ? "" : uri[(mark + 1)..], headers, default);
    }

    private static string Type(ApiResponse answer) => answer.Headers.Single(header => header.Key == "Content-Type").Value;

    private static string Text(ApiResponse answer) => Encoding.UTF8.GetString(answer.Body.Span);
}
