using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Sluice.Platform.Protocol;
using Sluice.Signing;

namespace Sluice.Platform.SigV4;

/// <summary>
/// The signature of a presigned request to S3 in its form of before Signature Version 4, which the AWS CLI and boto3 still make in us-east-1 unless they are told otherwise:
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/RESTAuthentication.html#RESTAuthenticationQueryStringAuth.
/// </summary>
internal sealed record LegacySignature(string AccessKeyId, string Signature, DateTimeOffset Expires)
{
    private const string KeyName = "AWSAccessKeyId";
    private const string SignatureName = "Signature";
    private const string ExpiresName = "Expires";
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>Parameters that are part of what is asked for, and so are signed.</summary>
    private static readonly HashSet<string> Signed = new(
        [
            "accelerate", "acl", "analytics", "cors", "defaultObjectAcl", "delete", "encryption", "inventory", "lifecycle", "location", "logging", "metrics", "notification", "object-lock", "partNumber", "policy",
            "policyStatus", "publicAccessBlock", "replication", "requestPayment", "restore", "retention", "legal-hold", "select", "select-type", "tagging", "torrent", "uploadId", "uploads", "versionId", "versioning",
            "versions", "website", "response-cache-control", "response-content-disposition", "response-content-encoding", "response-content-language", "response-content-type", "response-expires",
        ],
        StringComparer.Ordinal);

    /// <summary>Whether a request has one.</summary>
    public static bool IsOne(ApiRequest request) => request.Header("Authorization") is null && ClaimedService.IsLegacyPresigned(request.Query);

    /// <exception cref="ApiException">It is not whole.</exception>
    public static LegacySignature Read(ApiRequest request)
    {
        var query = DecodedQuery.Of(request.Query);
        return DecodedQuery.First(query, KeyName) is { Length: > 0 } key
            && DecodedQuery.First(query, SignatureName) is { Length: > 0 } signature
            && long.TryParse(DecodedQuery.First(query, ExpiresName), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < int.MaxValue
            ? new LegacySignature(key, signature, DateTimeOffset.FromUnixTimeSeconds(seconds))
            : throw new ApiException(CommonErrors.IncompleteSignature, $"Query-string authentication requires {KeyName}, {SignatureName} and {ExpiresName} in seconds since 1970.");
    }

    /// <exception cref="SignatureException">It has expired, or would hold for longer than any may.</exception>
    public void CheckTime(DateTimeOffset now)
    {
        if (Expires < now)
        {
            throw new SignatureException(SignatureFault.Expired, $"Request has expired: it held until {SigningTime.Write(Expires)}, and it is {SigningTime.Write(now)}.");
        }

        if (Expires > now + Longest)
        {
            throw new SignatureException(SignatureFault.Scope, $"{ExpiresName} is {SigningTime.Write(Expires)}, and must be no more than {(int)Longest.TotalDays} days from now.");
        }
    }

    /// <summary>Compares in constant time.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "It is the only one that this form of signature has.")]
    public bool Holds(ApiRequest request, string secret)
    {
        var expected = Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(StringToSign(request))));
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(Signature));
    }

    private string StringToSign(ApiRequest request)
    {
        var amazon = request.Headers.Where(header => header.Key.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase))
            .GroupBy(header => header.Key.ToLowerInvariant(), header => header.Value.Trim(), StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{group.Key}:{string.Join(',', group)}\n");
        var seconds = Expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"{request.Method}\n{request.Header("Content-MD5")}\n{request.Header("Content-Type")}\n{seconds}\n{string.Concat(amazon)}{Resource(request)}";
    }

    private static string Resource(ApiRequest request)
    {
        var parameters = request.Query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(text => text.Split('=', 2)).Where(parameter => Signed.Contains(parameter[0]))
            .OrderBy(parameter => parameter[0], StringComparer.Ordinal).Select(parameter => parameter.Length == 1 ? parameter[0] : $"{parameter[0]}={Uri.UnescapeDataString(parameter[1].Replace('+', ' '))}").ToList();
        return parameters.Count == 0 ? request.Path : $"{request.Path}?{string.Join('&', parameters)}";
    }
}
