namespace Sluice.Signing.Calls;

/// <summary>Signature Version 4 of requests, in headers.</summary>
public sealed class RequestSigner(AwsKeys keys, string region, string service)
{
    /// <summary>Adds <c>X-Amz-Date</c>, <c>X-Amz-Security-Token</c> and <c>Authorization</c>; what is signed is host, content type and every <c>X-Amz-</c> header.</summary>
    public void Sign(HttpRequestMessage request, byte[] body, DateTimeOffset now)
    {
        var date = SigningTime.Write(now);
        request.Headers.TryAddWithoutValidation("X-Amz-Date", date);
        if (keys.SessionToken is { } token)
        {
            request.Headers.TryAddWithoutValidation("X-Amz-Security-Token", token);
        }

        var headers = Headers(request);
        var names = string.Join(';', headers.Keys);
        var scope = new CredentialScope(keys.AccessKeyId, date[..8], region, service, CredentialScope.Request);
        var uri = request.RequestUri!;
        var canonical = CanonicalRequest.Write(new SignableRequest(
            request.Method.Method, uri.AbsolutePath, QueryParameters.Parse(uri.Query.TrimStart('?')), [.. headers], names, SigningAlgorithm.Hash(body)));
        var signature = SigningKey.Sign(SigningKey.Derive(keys.SecretAccessKey, scope), date, scope, canonical);
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"{SigningAlgorithm.Name} Credential={scope.AccessKeyId}/{scope.Text}, SignedHeaders={names}, Signature={signature}");
    }

    private static SortedDictionary<string, string> Headers(HttpRequestMessage request)
    {
        var uri = request.RequestUri!;
        var signed = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["host"] = uri.IsDefaultPort ? uri.Host : $"{uri.Host}:{uri.Port}" };
        foreach (var (name, values) in request.Headers.Where(h => h.Key.StartsWith("X-Amz-", StringComparison.OrdinalIgnoreCase)))
        {
            signed[name.ToLowerInvariant()] = string.Join(',', values);
        }

        if (request.Content?.Headers.ContentType is { } type)
        {
            signed["content-type"] = type.ToString();
        }

        return signed;
    }
}
