using System.Text;
using Sluice.Platform.Protocol;
using Sluice.Platform.SigV4;
using Sluice.Signing;

namespace Sluice.Platform.Tests.SigV4;

/// <summary>Signs requests as a client does. That it does so rightly is shown by the published examples and by botocore, which are held against the same code.</summary>
internal sealed record TestSigner(string AccessKeyId, string Secret)
{
    public string Host { get; init; } = "127.0.0.1";

    public string Region { get; init; } = "us-east-1";

    public string Service { get; init; } = "codedeploy";

    public string SignedHeaders { get; init; } = "host;x-amz-date;x-amz-target";

    public string Terminator { get; init; } = "aws4_request";

    public string? ScopeDate { get; init; }

    public ApiRequest Sign(DateTimeOffset now, string target = "CodeDeploy_20141006.ListApplications", string body = "{}", IReadOnlyList<KeyValuePair<string, string>>? more = null)
    {
        var date = SigningTime.Write(now);
        List<KeyValuePair<string, string>> headers = [new("Host", Host), new("X-Amz-Date", date), new("X-Amz-Target", target), .. more ?? []];
        var request = new ApiRequest("POST", "/", "", headers, Encoding.UTF8.GetBytes(body));
        var signature = Of(now, expires: null);
        headers.Add(new("Authorization", $"AWS4-HMAC-SHA256 Credential={AccessKeyId}/{signature.Scope.Text}, SignedHeaders={SignedHeaders}, Signature={Hex(request, signature)}"));
        return request;
    }

    /// <param name="hash">Of the body, which then is still to come.</param>
    public ApiRequest SignRest(DateTimeOffset now, string method, string path, string query, string? hash, byte[]? body = null)
    {
        List<KeyValuePair<string, string>> headers = [new("Host", Host), new("X-Amz-Date", SigningTime.Write(now))];
        if (hash is not null)
        {
            headers.Add(new("X-Amz-Content-Sha256", hash));
        }

        var request = new ApiRequest(method, path, query, headers, body);
        var signature = Of(now, expires: null);
        var hex = Hex(hash is null ? request : request with { Content = Stream.Null }, signature);
        headers.Add(new("Authorization", $"AWS4-HMAC-SHA256 Credential={AccessKeyId}/{signature.Scope.Text}, SignedHeaders={SignedHeaders}, Signature={hex}"));
        return request;
    }

    public ApiRequest Presign(DateTimeOffset now, TimeSpan expires, string target = "CodeDeploy_20141006.ListApplications")
    {
        var signature = Of(now, expires) with { SignedHeaders = "host;x-amz-target" };
        var query = $"X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential={Uri.EscapeDataString($"{AccessKeyId}/{signature.Scope.Text}")}&X-Amz-Date={signature.Date}"
            + $"&X-Amz-Expires={(int)expires.TotalSeconds}&X-Amz-SignedHeaders=host%3Bx-amz-target";
        var request = new ApiRequest("POST", "/", query, [new("Host", Host), new("X-Amz-Target", target)], "{}"u8.ToArray());
        return request with { Query = $"{query}&X-Amz-Signature={Hex(request, signature)}" };
    }

    private Signature Of(DateTimeOffset now, TimeSpan? expires)
    {
        var date = SigningTime.Write(now);
        return new Signature
        {
            Scope = new CredentialScope(AccessKeyId, ScopeDate ?? date[..8], Region, Service, Terminator),
            SignedHeaders = SignedHeaders,
            Hex = "",
            Date = date,
            SignedAt = now,
            Expires = expires,
        };
    }

    private string Hex(ApiRequest request, Signature signature) =>
        SigningKey.Sign(SigningKey.Derive(Secret, signature.Scope), signature.Date, signature.Scope, SignatureCheck.Canonical(request, signature));
}
