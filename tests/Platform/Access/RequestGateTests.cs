using System.Text;
using Sluice.Platform.Protocol;
using Sluice.Platform.Tests.SigV4;

namespace Sluice.Platform.Tests.Access;

/// <summary>Every refusal, one by one, in AWS's words. The time is 2026-01-02T03:04:05Z.</summary>
public sealed class RequestGateTests : IDisposable
{
    private const string Mismatch =
        "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.";

    private readonly AccessFixture _access = new();

    private DateTimeOffset Now => _access.Time.GetUtcNow();

    [Fact]
    public async Task A_rightly_signed_request_is_its_keys()
    {
        var signer = await _access.IssueAsync("reader");
        (await _access.AdmitAsync(signer.Sign(Now))).ShouldBe(new Caller(signer.AccessKeyId, "reader") { Name = "test" });
    }

    [Fact]
    public async Task A_presigned_request_is_its_keys()
    {
        var signer = await _access.IssueAsync();
        (await _access.AdmitAsync(signer.Presign(Now, TimeSpan.FromMinutes(1)))).ShouldBe(new Caller(signer.AccessKeyId, "admin") { Name = "test" });
    }

    [Fact]
    public async Task A_body_that_a_signed_header_declares_unsigned_may_be_any()
    {
        var signer = await _access.IssueAsync() with { SignedHeaders = "host;x-amz-content-sha256;x-amz-date;x-amz-target" };
        var request = signer.Sign(Now, more: [new("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD")]);
        (await _access.AdmitAsync(request with { Body = "other"u8.ToArray() })).ShouldNotBeNull();
    }

    [Fact]
    public async Task An_unsigned_request() =>
        (await _access.RefusedAsync(new ApiRequest("POST", "/", "", [], default))).ShouldBe(("MissingAuthenticationTokenException", "Missing Authentication Token"));

    [Fact]
    public async Task An_authorization_header_that_is_not_whole_tells_all_that_it_lacks()
    {
        var (code, message) = await _access.RefusedAsync(Authorized("AWS4-HMAC-SHA256 Credential=x"));
        code.ShouldBe("IncompleteSignatureException");
        message.ShouldStartWith("Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter. "
            + "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. (Hashed with SHA-256 and encoded with Base64) Authorization=");
    }

    [Theory]
    [InlineData("Bearer secret")]
    [InlineData("AWS4-ECDSA-P256-SHA256 Credential=x")]
    [InlineData("nothing")]
    [InlineData("")]
    public async Task Another_kind_of_authorization_is_not_repeated(string authorization)
    {
        var (code, message) = await _access.RefusedAsync(Authorized(authorization));
        code.ShouldBe("IncompleteSignatureException");
        message.ShouldNotContain("secret");
    }

    [Fact]
    public async Task A_credential_without_five_parts() =>
        (await _access.RefusedAsync(Authorized("AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=00", "20260102T030405Z"))).ShouldBe((
            "IncompleteSignatureException", "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 'a/b'."));

    [Fact]
    public async Task A_date_of_another_form() =>
        (await _access.RefusedAsync(Authorized("AWS4-HMAC-SHA256 Credential=a/b/c/d/e, SignedHeaders=host, Signature=00", "yesterday"))).ShouldBe((
            "IncompleteSignatureException", "Date must be in ISO-8601 'basic format'. Got 'yesterday'. See http://en.wikipedia.org/wiki/ISO_8601"));

    [Fact]
    public async Task A_presigned_request_that_is_not_whole()
    {
        var (code, message) = await _access.RefusedAsync(new ApiRequest("POST", "/", "X-Amz-Signature=00&X-Amz-Algorithm=AWS4-HMAC-SHA256", [], default));
        code.ShouldBe("IncompleteSignatureException");
        message.ShouldStartWith("AWS query-string parameters must include 'X-Amz-Credential'. AWS query-string parameters must include 'X-Amz-SignedHeaders'.");
        message.ShouldEndWith("Re-examine the query-string parameters.");
    }

    [Fact]
    public async Task A_presigned_request_for_longer_than_a_week()
    {
        var signer = await _access.IssueAsync();
        (await _access.RefusedAsync(signer.Presign(Now, TimeSpan.FromDays(8)))).Code.ShouldBe("IncompleteSignatureException");
    }

    [Theory]
    [InlineData("X-Amz-Algorithm=AWS4-HMAC-SHA256", "X-Amz-Algorithm=AWS4-ECDSA-P256-SHA256", "IncompleteSignatureException", "Unsupported AWS 'algorithm': 'AWS4-ECDSA-P256-SHA256'.")]
    [InlineData("X-Amz-Expires=60", "X-Amz-Expires=0", "IncompleteSignatureException", "X-Amz-Expires must be a number of seconds from 1 to 604800, got '0'.")]
    [InlineData("X-Amz-Expires=60", "X-Amz-Expires=soon", "IncompleteSignatureException", "X-Amz-Expires must be a number of seconds from 1 to 604800, got 'soon'.")]
    [InlineData("X-Amz-Date=20260102T030405Z", "X-Amz-Date=yesterday", "IncompleteSignatureException", "Date must be in ISO-8601 'basic format'. Got 'yesterday'. See http://en.wikipedia.org/wiki/ISO_8601")]
    [InlineData("us-east-1%2Fcodedeploy", "codedeploy", "IncompleteSignatureException", "Credential must have exactly 5 slash-delimited elements")]
    [InlineData("us-east-1", "eu-west-1", "InvalidSignatureException", "Credential should be scoped to a valid region, not 'eu-west-1'.")]
    [InlineData("X-Amz-Expires=60", "X-Amz-Expires=600", "InvalidSignatureException", Mismatch)]
    [InlineData("X-Amz-SignedHeaders=host%3Bx-amz-target", "X-Amz-SignedHeaders=host", "InvalidSignatureException", "'X-Amz-Target' must be a 'SignedHeader' in the AWS Authorization.")]
    public async Task A_presigned_request_that_was_made_or_changed_wrongly(string was, string becomes, string error, string says)
    {
        var request = (await _access.IssueAsync()).Presign(Now, TimeSpan.FromMinutes(1));

        var (code, message) = await _access.RefusedAsync(request with { Query = request.Query.Replace(was, becomes, StringComparison.Ordinal) });

        code.ShouldBe(error);
        message.ShouldStartWith(says);
    }

    [Fact]
    public async Task An_unknown_key() =>
        (await _access.RefusedAsync(new TestSigner("AKIAAAAAAAAAAAAAAAAA", "secret").Sign(Now))).ShouldBe((
            "UnrecognizedClientException", "The security token included in the request is invalid."));

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("../../etc/passwd")]
    [InlineData("\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9")]
    public async Task A_key_id_that_is_none(string id) =>
        (await _access.RefusedAsync(new TestSigner(id, "secret").Sign(Now))).Code.ShouldBeOneOf("UnrecognizedClientException", "IncompleteSignatureException");

    [Fact]
    public async Task A_revoked_key()
    {
        var signer = await _access.IssueAsync();
        await _access.AdmitAsync(signer.Sign(Now));
        await _access.Keys.RevokeAsync(signer.AccessKeyId, TestContext.Current.CancellationToken);
        (await _access.RefusedAsync(signer.Sign(Now))).Code.ShouldBe("UnrecognizedClientException");
    }

    [Fact]
    public async Task A_wrong_secret()
    {
        var signer = await _access.IssueAsync();
        (await _access.RefusedAsync((signer with { Secret = "wrong" }).Sign(Now))).ShouldBe(("InvalidSignatureException", Mismatch));
    }

    [Theory]
    [InlineData("body")]
    [InlineData("target")]
    [InlineData("host")]
    [InlineData("method")]
    [InlineData("path")]
    [InlineData("query")]
    [InlineData("signature")]
    [InlineData("unsigned header declares the body unsigned")]
    public async Task A_request_that_was_changed_after_it_was_signed(string change)
    {
        var request = (await _access.IssueAsync()).Sign(Now);
        var changed = change switch
        {
            "body" => request with { Body = "{ }"u8.ToArray() },
            "target" => With(request, "X-Amz-Target", "CodeDeploy_20141006.DeleteApplication"),
            "host" => With(request, "Host", "other"),
            "method" => request with { Method = "GET" },
            "path" => request with { Path = "/other" },
            "query" => request with { Query = "more=1" },
            "signature" => With(request, "Authorization", request.Header("Authorization")![..^64] + new string('0', 64)),
            _ => request with { Headers = [.. request.Headers, new("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD")], Body = "other"u8.ToArray() },
        };
        (await _access.RefusedAsync(changed)).ShouldBe(("InvalidSignatureException", Mismatch));
    }

    [Fact]
    public async Task A_signature_for_another_region() =>
        (await RefusedAsync(signer => signer with { Region = "eu-west-1" })).ShouldBe(("InvalidSignatureException", "Credential should be scoped to a valid region, not 'eu-west-1'."));

    [Fact]
    public async Task A_signature_for_another_service() =>
        (await RefusedAsync(signer => signer with { Service = "codebuild" })).ShouldBe(("InvalidSignatureException", "Credential should be scoped to correct service: 'codedeploy'."));

    [Fact]
    public async Task A_scope_that_is_wrong_in_every_part_is_told_so() =>
        (await RefusedAsync(signer => signer with { Region = "r", Service = "s", Terminator = "aws5_request", ScopeDate = "20260101" })).ShouldBe((
            "InvalidSignatureException",
            "Credential should be scoped to a valid region, not 'r'. Credential should be scoped to correct service: 'codedeploy'. "
            + "Credential should be scoped with a valid terminator: 'aws4_request', not 'aws5_request'. "
            + "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20260101' != '20260102', from '20260102T030405Z'."));

    [Fact]
    public async Task A_signature_that_leaves_out_the_host() =>
        (await RefusedAsync(signer => signer with { SignedHeaders = "x-amz-date;x-amz-target" })).ShouldBe((
            "InvalidSignatureException", "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization."));

    [Fact]
    public async Task A_signature_that_leaves_out_the_operation() =>
        (await RefusedAsync(signer => signer with { SignedHeaders = "host;x-amz-date" })).ShouldBe((
            "InvalidSignatureException", "'X-Amz-Target' must be a 'SignedHeader' in the AWS Authorization."));

    [Fact]
    public async Task A_signature_is_good_for_fifteen_minutes()
    {
        var signer = await _access.IssueAsync();
        (await _access.AdmitAsync(signer.Sign(Now.AddMinutes(-15)))).ShouldNotBeNull();
        (await _access.RefusedAsync(signer.Sign(Now.AddMinutes(-15).AddSeconds(-1)))).ShouldBe((
            "InvalidSignatureException", "Signature expired: 20260102T024904Z is now earlier than 20260102T024905Z (20260102T030405Z - 15 min.)"));
    }

    [Fact]
    public async Task A_clock_may_be_five_minutes_ahead()
    {
        var signer = await _access.IssueAsync();
        (await _access.AdmitAsync(signer.Sign(Now.AddMinutes(5)))).ShouldNotBeNull();
        (await _access.RefusedAsync(signer.Sign(Now.AddMinutes(5).AddSeconds(1)))).ShouldBe((
            "InvalidSignatureException", "Signature not yet current: 20260102T030906Z is still later than 20260102T030905Z (20260102T030405Z + 5 min.)"));
    }

    [Fact]
    public async Task A_presigned_request_is_good_for_as_long_as_it_says()
    {
        var signer = await _access.IssueAsync();
        (await _access.AdmitAsync(signer.Presign(Now.AddSeconds(-90), TimeSpan.FromSeconds(90)))).ShouldNotBeNull();
        (await _access.RefusedAsync(signer.Presign(Now.AddSeconds(-91), TimeSpan.FromSeconds(90)))).ShouldBe((
            "InvalidSignatureException", "Signature expired: 20260102T030234Z is now earlier than 20260102T030235Z (20260102T030405Z - 90 s)"));
    }

    [Fact]
    public async Task A_missing_right()
    {
        var signer = await _access.IssueAsync("reader");
        (await _access.RefusedAsync(signer.Sign(Now), "CreateApplication")).ShouldBe((
            "AccessDeniedException",
            $"User: arn:aws:iam::123456789012:user/{signer.AccessKeyId} is not authorized to perform: codedeploy:CreateApplication because the role reader of its key does not allow it"));
    }

    [Fact]
    public async Task A_hooks_report_needs_no_signature_and_no_key_of_ours()
    {
        (await _access.AdmitAsync(new ApiRequest("POST", "/", "", [], default), "PutLifecycleEventHookExecutionStatus")).ShouldBeNull();
        (await _access.AdmitAsync(new TestSigner("AKIAAAAAAAAAAAAAAAAA", "x").Sign(Now), "PutLifecycleEventHookExecutionStatus")).ShouldBeNull();
    }

    public void Dispose() => _access.Dispose();

    private async Task<(string Code, string Message)> RefusedAsync(Func<TestSigner, TestSigner> change) =>
        await _access.RefusedAsync(change(await _access.IssueAsync()).Sign(Now));

    private static ApiRequest Authorized(string authorization, string? date = null)
    {
        List<KeyValuePair<string, string>> headers = [new("Authorization", authorization)];
        if (date is not null)
        {
            headers.Add(new("X-Amz-Date", date));
        }

        return new ApiRequest("POST", "/", "", headers, Encoding.UTF8.GetBytes("{}"));
    }

    private static ApiRequest With(ApiRequest request, string name, string value) =>
        request with { Headers = [.. request.Headers.Where(header => header.Key != name), new(name, value)] };
}
