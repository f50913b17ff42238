using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Sluice.Local.Tests.Cloud;
using Sluice.Local.Tests.Cloud.Wire;

namespace Sluice.Local.Tests.Clients;

/// <summary>Function URLs and streamed answers, by AWS's own clients.</summary>
public sealed class FunctionClientTests
{
    [Fact]
    public async Task The_clients_own_commands_make_change_and_delete_a_URL_that_answers()
    {
        await using var aws = await AwsClient.StartAsync();
        await CreateAsync(aws);
        var created = await aws.RunAsync(
            "lambda", "create-function-url-config", "--function-name", "shop", "--auth-type", "NONE", "--cors", """{"AllowOrigins":["https://shop.example"],"AllowMethods":["GET"],"MaxAge":60}""");
        var url = new Uri((string)created["FunctionUrl"]!);

        using var answer = await SendAsync(aws, url, new JsonObject { ["do"] = "reply", ["reply"] = new JsonObject { ["statusCode"] = 201, ["headers"] = new JsonObject { ["X-Name"] = "Müller" }, ["body"] = "made" } });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        System.Text.Encoding.UTF8.GetString(System.Text.Encoding.Latin1.GetBytes(answer.Headers.GetValues("X-Name").Single())).ShouldBe("Müller");
        var changed = await aws.RunAsync("lambda", "update-function-url-config", "--function-name", "shop", "--auth-type", "AWS_IAM", "--invoke-mode", "RESPONSE_STREAM");
        ((string?)changed["InvokeMode"]).ShouldBe("RESPONSE_STREAM");
        ((string?)(await aws.RunAsync("lambda", "get-function-url-config", "--function-name", "shop"))["AuthType"]).ShouldBe("AWS_IAM");
        (await aws.RunAsync("lambda", "list-function-url-configs", "--function-name", "shop"))["FunctionUrlConfigs"]!.AsArray().Count.ShouldBe(1);
        using var unsigned = await SendAsync(aws, url, []);
        unsigned.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await aws.RefusalAsync("lambda", "create-function-url-config", "--function-name", "shop", "--auth-type", "NONE")).ShouldContain("FunctionUrlConfig exists for this Lambda function");
        await aws.RunAsync("lambda", "delete-function-url-config", "--function-name", "shop");
        (await aws.RefusalAsync("lambda", "get-function-url-config", "--function-name", "shop")).ShouldContain("The resource you requested does not exist.");
    }

    [Fact]
    public async Task A_request_that_AWSs_library_signs_reaches_the_function_and_a_changed_one_does_not()
    {
        await using var aws = await AwsClient.StartAsync();
        await CreateAsync(aws);
        var created = await aws.RunAsync("lambda", "create-function-url-config", "--function-name", "shop", "--auth-type", "AWS_IAM");

        var said = JsonNode.Parse(await PythonClient.RunAsync(aws.Url, aws.Credentials, $$"""
            import boto3, json, urllib.request, urllib.parse, urllib.error
            from botocore.auth import SigV4Auth
            from botocore.awsrequest import AWSRequest
            url = "{{(string)created["FunctionUrl"]!}}a%20b/c?x=1&y=a%20b"
            body = json.dumps({"n": 1}).encode()
            signed = AWSRequest(method="POST", url=url, data=body, headers={"Content-Type": "application/json"})
            SigV4Auth(boto3.Session().get_credentials(), "lambda", "us-east-1").add_auth(signed)
            parts = urllib.parse.urlsplit(url)
            def send(body):
                there = urllib.request.Request(url.replace(parts.hostname, "127.0.0.1"), data=body, headers={**dict(signed.headers), "Host": parts.netloc}, method="POST")
                try:
                    return json.loads(urllib.request.urlopen(there).read())["request"]
                except urllib.error.HTTPError as e:
                    return {"status": e.code, "error": e.headers["x-amzn-ErrorType"]}
            print(json.dumps([send(body), send(b'{"n": 2}')]))
            """))!;

        ((string?)said[0]!["rawPath"]).ShouldBe("/a%20b/c");
        ((string)said[0]!["requestContext"]!["authorizer"]!["iam"]!["userArn"]!).ShouldStartWith("arn:aws:iam::123456789012:user/AKIA");
        said[1]!.ToJsonString().ShouldBe("""{"status":403,"error":"InvalidSignatureException"}""");
    }

    [Fact]
    public async Task AWSs_library_reads_a_streamed_answer_piece_by_piece_and_how_it_ended()
    {
        await using var aws = await AwsClient.StartAsync();
        await CreateAsync(aws);
        var go = Path.Combine("/var/tmp", Path.GetFileName(aws.Folder) + ".go");
        try
        {
            var said = JsonNode.Parse(await PythonClient.RunAsync(aws.Url, aws.Credentials, $$$"""
                import boto3, json
                client = boto3.client("lambda")
                def stream(payload, **more):
                    answer = client.invoke_with_response_stream(FunctionName="shop", Payload=json.dumps(payload), **more)
                    pieces, end = [], None
                    for event in answer["EventStream"]:
                        if "PayloadChunk" in event:
                            pieces.append(event["PayloadChunk"]["Payload"].decode())
                            open("{{{go}}}", "w").close()
                        else:
                            end = event["InvokeComplete"]
                    return [answer["StatusCode"], answer["ExecutedVersion"], "".join(pieces), end]
                error = {"errorType": "OutOfStock", "errorMessage": "none left"}
                print(json.dumps([
                    stream({"do": "stream", "pieces": ["first", {"wait": "{{{go}}}"}, "last"]}),
                    stream({"do": "stream", "pieces": ["begun"], "error": error}),
                    stream({"do": "reply", "reply": {"a": 1}}),
                    stream({"do": "throw"}),
                    client.invoke_with_response_stream(FunctionName="shop", InvocationType="DryRun")["StatusCode"],
                    json.loads(client.invoke(FunctionName="shop", Payload=json.dumps({"do": "stream", "pieces": ["[1,", "2]"]}))["Payload"].read()),
                ]))
                """))!.AsArray();

            said[0]!.ToJsonString().ShouldBe("""[200,"$LATEST","firstlast",{}]""");
            said[1]!.ToJsonString(Sluice.Platform.Json.SluiceJson.Options).ShouldBe("""[200,"$LATEST","begun",{"ErrorCode":"Unhandled","ErrorDetails":"{\"errorType\":\"OutOfStock\",\"errorMessage\":\"none left\"}"}]""");
            said[2]!.ToJsonString(Sluice.Platform.Json.SluiceJson.Options).ShouldBe("""[200,"$LATEST","{\"a\":1}",{}]""");
            ((string?)said[3]![3]!["ErrorCode"]).ShouldBe("Unhandled");
            ((int)said[4]!).ShouldBe(204);
            said[5]!.ToJsonString().ShouldBe("[1,2]");
        }
        finally
        {
            File.Delete(go);
        }
    }

    private static async Task CreateAsync(AwsClient aws)
    {
        var zip = Path.Combine(aws.Folder, "function.zip");
        await File.WriteAllBytesAsync(zip, TestPackages.Dotnet(), TestContext.Current.CancellationToken);
        await aws.RunAsync(
            "lambda", "create-function", "--function-name", "shop", "--runtime", "dotnet10", "--handler", "Sluice.TestFunction", "--role", "arn:aws:iam::123456789012:role/shop", "--zip-file", $"fileb://{zip}");
    }

    // By the address, because not every machine knows names below localhost.
    private static async Task<HttpResponseMessage> SendAsync(AwsClient aws, Uri url, JsonObject body)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, aws.Url) { Content = JsonContent.Create(body) };
        request.Headers.Host = url.Authority;
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
