using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Sluice.Platform.Ids;
using Sluice.Platform.Protocol;
using Sluice.Platform.Protocol.Models;
using Sluice.Platform.Tests.Access;

namespace Sluice.Platform.Tests.Protocol.RestJson;

/// <summary>Bodies that are streamed, in and out, of requests that are signed.</summary>
public sealed class StreamTests : IDisposable
{
    private const string Query = "domain=dd&repository=rr&format=generic&package=p&version=1.0.0&asset=a.bin&unfinished=true";
    private readonly AccessFixture _access = new();
    private readonly Publishing.Shelf _shelf = new();
    private readonly ServiceProvider _services;
    private readonly ApiEndpoint _endpoint;

    public StreamTests()
    {
        _services = new ServiceCollection().AddSingleton(_shelf)
            .AddOperation<Publishing.PublishPackageVersion>("codeartifact").AddOperation<Publishing.GetPackageVersionAsset>("codeartifact").BuildServiceProvider();
        var models = new ServiceModels();
        var catalog = new OperationCatalog(models, _services.GetServices<OperationRegistration>());
        _endpoint = new ApiEndpoint(models, catalog, _access.Gate, _services, new RandomIds(), NullLogger<ApiEndpoint>.Instance);
    }

    [Fact]
    public async Task A_body_larger_than_any_document_is_handed_on_as_it_comes()
    {
        var content = new byte[ApiRequest.LargestBody * 3];
        using var body = new MemoryStream(content);
        var readBefore = -1L;
        var count = _shelf.Read;
        _shelf.Read = stream =>
        {
            readBefore = body.Position;
            return count(stream);
        };

        var (status, answer) = await PublishAsync(Hash(content), body);

        status.ShouldBe(200, answer);
        readBefore.ShouldBe(0);
        answer.ShouldBe("""{"package":"p","status":"Unfinished","asset":{"name":"a.bin","size":3145728}}""");
        (_shelf.Published!.Domain, _shelf.Published.AssetSHA256).ShouldBe(("dd", Hash(content)));
    }

    [Fact]
    public async Task A_body_that_was_read_before_is_one_too()
    {
        var content = "small"u8.ToArray();
        var (status, answer) = await PublishAsync(Hash(content), content: null, content);
        status.ShouldBe(200, answer);
        answer.ShouldContain("\"size\":5");
    }

    [Fact]
    public async Task A_body_that_is_not_the_one_that_was_signed_is_refused_at_its_end()
    {
        using var body = new MemoryStream("other"u8.ToArray());
        var (status, answer) = await PublishAsync(Hash("signed"u8.ToArray()), body);
        (status, answer).ShouldBe((403, """{"message":"The provided 'X-Amz-Content-Sha256' header does not match what was computed."}"""));
    }

    [Fact]
    public async Task A_hash_that_was_changed_on_the_way_is_refused_before_the_body_is_read()
    {
        using var body = new MemoryStream("other"u8.ToArray());
        var request = await SignedAsync(Hash("signed"u8.ToArray()));
        var forged = request with { Content = body, Headers = [.. request.Headers.Where(header => header.Key != "X-Amz-Content-Sha256"), new("X-Amz-Content-Sha256", Hash("other"u8.ToArray()))] };
        (await _endpoint.AnswerAsync(forged, TestContext.Current.CancellationToken)).Status.ShouldBe(403);
        (body.Position, _shelf.Published).ShouldBe((0, null));
    }

    [Fact]
    public async Task A_streamed_body_without_a_hash_is_refused()
    {
        using var body = new MemoryStream("other"u8.ToArray());
        var request = (await SignedAsync(Hash([]))) with { Content = body };
        var answer = await _endpoint.AnswerAsync(request with { Headers = [.. request.Headers.Where(header => header.Key != "X-Amz-Content-Sha256")] }, TestContext.Current.CancellationToken);
        (answer.Status, answer.Headers.Single(header => header.Key == "x-amzn-ErrorType").Value).ShouldBe((400, CommonErrors.IncompleteSignature));
        Encoding.UTF8.GetString(answer.Body.Span).ShouldContain("X-Amz-Content-Sha256");
    }

    [Fact]
    public async Task A_body_may_be_unsigned_if_that_is_signed()
    {
        using var body = new MemoryStream("any"u8.ToArray());
        var (status, answer) = await PublishAsync("UNSIGNED-PAYLOAD", body);

        // The signature is good, and then the model asks for the asset's hash in the same header.
        (status, answer.Contains("at 'assetSHA256' failed to satisfy constraint", StringComparison.Ordinal)).ShouldBe((400, true), answer);
    }

    [Fact]
    public async Task An_answer_is_streamed_with_its_headers()
    {
        var asset = new MemoryStream("the asset"u8.ToArray());
        _shelf.Asset = asset;
        var answer = await _endpoint.AnswerAsync(await SignedAsync(hash: null, "GET", "/v1/package/version/asset"), TestContext.Current.CancellationToken);
        answer.Status.ShouldBe(200);
        answer.Content.ShouldBeSameAs(asset);
        answer.Body.Length.ShouldBe(0);
        answer.Headers.Select(header => header.Value).Take(3).ShouldBe(["application/octet-stream", "a.bin", "1.0.0"]);
        answer.Headers.Select(header => header.Key).ShouldBe(["Content-Type", "X-AssetName", "X-PackageVersion", "x-amzn-RequestId"]);
    }

    [Fact]
    public async Task Faults_of_the_members_are_told_at_once_as_REST_JSON_has_errors()
    {
        var answer = await _endpoint.AnswerAsync(await SignedAsync(hash: null, "GET", "/v1/package/version/asset", "domain=D&format=tar"), TestContext.Current.CancellationToken);
        answer.Status.ShouldBe(400);
        answer.Headers.ShouldContain(new KeyValuePair<string, string>("x-amzn-ErrorType", "ValidationException"));
        var message = (string)JsonNode.Parse(answer.Body.Span)!["message"]!;
        message.ShouldContain("'repository' failed to satisfy constraint: Member must not be null");
        message.ShouldContain("'format' failed to satisfy constraint: Member must satisfy enum value set");
    }

    [Theory]
    [InlineData("GET", "/v1/nothing", 404, "UnknownOperationException")]
    [InlineData("GET", "/v1/domain", 501, "NotImplementedException")]
    public async Task What_is_not_there_is_said_as_REST_JSON_has_errors(string method, string path, int status, string code)
    {
        var answer = await _endpoint.AnswerAsync(await SignedAsync(hash: null, method, path), TestContext.Current.CancellationToken);
        (answer.Status, answer.Headers.Single(header => header.Key == "x-amzn-ErrorType").Value).ShouldBe((status, code));
    }

    [Fact]
    public async Task What_is_not_signed_is_refused_as_REST_JSON_has_errors()
    {
        var answer = await _endpoint.AnswerAsync(new ApiRequest("GET", "/v1/domain", "domain=d", [], default), TestContext.Current.CancellationToken);
        (answer.Status, answer.Headers.Single(header => header.Key == "x-amzn-ErrorType").Value).ShouldBe((403, CommonErrors.MissingAuthenticationToken));
    }

    public void Dispose()
    {
        _services.Dispose();
        _access.Dispose();
    }

    private async Task<(int Status, string Answer)> PublishAsync(string hash, Stream? content, byte[]? body = null)
    {
        var answer = await _endpoint.AnswerAsync((await SignedAsync(hash, body: body)) with { Content = content }, TestContext.Current.CancellationToken);
        return (answer.Status, Encoding.UTF8.GetString(answer.Body.Span));
    }

    private async Task<ApiRequest> SignedAsync(string? hash, string method = "POST", string path = "/v1/package/version/publish", string query = Query, byte[]? body = null)
    {
        var signer = await _access.IssueAsync() with { Service = "codeartifact", SignedHeaders = hash is null ? "host;x-amz-date" : "host;x-amz-content-sha256;x-amz-date" };
        return signer.SignRest(_access.Time.GetUtcNow(), method, path, query, hash, body);
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
