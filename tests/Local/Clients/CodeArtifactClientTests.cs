using System.Text.Json;

namespace Sluice.Local.Tests.Clients;

/// <summary>REST-JSON by AWS's own clients, with CodeArtifact's model: every place of a request and of an answer, and bodies that are streamed. The operations are this test's.</summary>
public sealed class CodeArtifactClientTests(CodeArtifactServer server) : IClassFixture<CodeArtifactServer>
{
    private const string Asset = "import hashlib; content = bytes(range(256)) * 20000";

    [Fact]
    public async Task A_package_is_published_and_comes_back_byte_by_byte() =>
        (await RunAsync(
            $$"""
            {{Asset}}
            answer = client.publish_package_version(domain="shop", repository="main", format="generic", namespace="a&b=+%ü", package="p", packageVersion="1.0+x", assetName="a&b=c.bin",
                                                    assetContent=content, assetSHA256=hashlib.sha256(content).hexdigest(), unfinished=True)
            print(answer["ResponseMetadata"]["HTTPStatusCode"], answer["format"], answer["namespace"], answer["package"], answer["version"], answer["status"], answer["asset"]["size"], answer["asset"]["hashes"]["SHA-256"] == hashlib.sha256(content).hexdigest())
            answer = client.get_package_version_asset(domain="shop", repository="main", format="generic", package="p", packageVersion="1.0+x", asset="a&b=c.bin")
            print(answer["assetName"], answer["packageVersion"], answer["ResponseMetadata"]["HTTPHeaders"]["content-length"], answer["asset"].read() == content)
            """)).ShouldBe(["200 generic a&b=+%ü p 1.0+x Unfinished 5120000 True", "a&b=c.bin 1.0+x 5120000 True"]);

    [Fact]
    public async Task Members_in_the_query_and_in_the_body_arrive_together() =>
        JsonElement.DeepEquals(
            JsonDocument.Parse((await RunAsync(
                """
                answer = client.copy_package_versions(domain="shop", sourceRepository="one", destinationRepository="two", format="npm", package="p", versions=["1", "2"], allowOverwrite=True, versionRevisions={"1": "r"})
                print(json.dumps(answer["failedVersions"]))
                """)).Single()).RootElement.GetProperty("input"),
            JsonDocument.Parse("""{"errorCode":"SKIPPED","errorMessage":"shop one two npm p [1,2] True [1=r]"}""").RootElement).ShouldBeTrue();

    [Fact]
    public async Task A_moment_in_a_body_and_a_number_in_a_query_are_of_their_types() =>
        (await RunAsync(
            """
            answer = client.get_authorization_token(domain="shop", durationSeconds=900)
            print(answer["authorizationToken"], answer["expiration"].astimezone(datetime.timezone.utc).isoformat())
            """)).ShouldBe(["shop-900 2026-01-02T03:04:05.678000+00:00"]);

    [Fact]
    public async Task Refusals_are_the_clients_exceptions_with_their_status() =>
        (await RunAsync(
            """
            def ask(call):
                try:
                    call()
                except client.exceptions.ClientError as e:
                    print(type(e).__name__, e.response["ResponseMetadata"]["HTTPStatusCode"], e.response["Error"]["Message"])
            ask(lambda: client.get_authorization_token(domain="none"))
            ask(lambda: client.get_authorization_token(domain="SHOP"))
            ask(lambda: client.publish_package_version(domain="shop", repository="main", format="generic", package="p", packageVersion="1", assetName="a", assetContent=b"other", assetSHA256="0" * 64))
            ask(lambda: client.list_domains())
            ask(lambda: boto3.client("codeartifact", aws_secret_access_key="x", aws_access_key_id="AKIAAAAAAAAAAAAAAAAA").list_domains())
            """)).ShouldBe(
        [
            "ResourceNotFoundException 404 There is no domain 'none'.",
            "ValidationException 400 1 validation error detected: Value 'SHOP' at 'domain' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-z][a-z0-9\\-]{0,48}[a-z0-9]",
            "ClientError 403 The provided 'X-Amz-Content-Sha256' header does not match what was computed.",
            "ClientError 501 codeartifact:ListDomains is not built yet. Of codeartifact there are CopyPackageVersions, GetAuthorizationToken, GetPackageVersionAsset, PublishPackageVersion.",
            "ClientError 403 The security token included in the request is invalid.",
        ]);

    private async Task<string[]> RunAsync(string script) =>
        (await PythonClient.RunAsync(server.Url, server.Credentials, $"import boto3, json, datetime\nclient = boto3.client('codeartifact')\n{script}")).Trim().Split('\n');
}
