using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Sluice.Local.Host.Http;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Tests.Host.Http;

/// <summary>Lambda's invoke is open to unsigned requests; a signature that comes with one must be good.</summary>
public sealed class SignedInvocationsTests : IDisposable
{
    private const string Path = "/2015-03-31/functions/shop/invocations";
    private readonly Signers _signers = new();
    private readonly SignedInvocations _invocations;

    public SignedInvocationsTests() => _invocations = new SignedInvocations(_signers.Authentication);

    [Fact]
    public async Task An_unsigned_invocation_goes_on() =>
        (await SendAsync(new ApiRequest("POST", Path, "", [new("Host", "127.0.0.1")], "{}"u8.ToArray()))).ShouldBe((200, null, "{}"));

    [Fact]
    public async Task A_well_signed_invocation_goes_on_with_its_body() => (await SendAsync(await SignedAsync())).ShouldBe((200, null, """{"a":1}"""));

    [Fact]
    public async Task A_wrong_signature_is_refused() =>
        (await SendAsync(await _signers.SignedAsync("reader", "lambda", Path, secret: "wrong"))).ShouldBe((403, "InvalidSignatureException", null));

    [Fact]
    public async Task A_body_that_was_changed_is_refused() =>
        (await SendAsync(await SignedAsync() with { Body = "{}"u8.ToArray() })).ShouldBe((403, "InvalidSignatureException", null));

    [Fact]
    public async Task A_signature_for_another_service_is_refused() => (await SendAsync(await SignedAsync("ecs"))).ShouldBe((403, "InvalidSignatureException", null));

    [Fact]
    public async Task An_unknown_key_is_refused() =>
        (await SendAsync(SignedRequests.Sign("AKIAAAAAAAAAAAAAAAAA", "secret", "lambda", Path, "{}"))).ShouldBe((403, "UnrecognizedClientException", null));

    [Fact]
    public async Task A_signature_that_is_not_whole_is_refused() =>
        (await SendAsync(new ApiRequest("POST", Path, "", [new("Host", "127.0.0.1"), new("Authorization", "AWS4-HMAC-SHA256 Credential=x")], default))).ShouldBe((403, "IncompleteSignatureException", null));

    public void Dispose() => _signers.Dispose();

    private Task<ApiRequest> SignedAsync(string service = "lambda") => _signers.SignedAsync("reader", service, Path, """{"a":1}""");

    // The status, the error's name, and the body that went on.
    private async Task<(int Status, string? Error, string? Body)> SendAsync(ApiRequest request)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = request.Method;
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = request.Path;
        context.Request.Body = new MemoryStream(request.Body.ToArray());
        foreach (var (name, value) in request.Headers)
        {
            context.Request.Headers[name] = value;
        }

        string? body = null;
        await _invocations.CheckAsync(context, async next =>
        {
            using var reader = new StreamReader(next.Request.Body);
            body = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        });
        return (context.Response.StatusCode, (string?)context.Response.Headers["X-Amzn-ErrorType"], body);
    }
}
