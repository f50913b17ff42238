using System.Security.Cryptography;
using System.Text;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.ControlPlane.Webhooks.Deliveries;

/// <summary>Whether a delivery is of who knows the webhook's secret; in a time that does not tell how much of a guess was right.</summary>
internal static class WebhookSignatures
{
    private const string Prefix = "sha256=";

    public static bool IsGood(ApiRequest request, SourceType source, string secret) => source switch
    {
        SourceType.GITLAB or SourceType.GITLAB_SELF_MANAGED when request.Header("X-Gitlab-Token") is { } token => IsSame(token, secret),
        SourceType.BITBUCKET when request.Header("X-Hub-Signature") is { } signature => IsSignature(signature, request.Body, secret),
        _ => request.Header("X-Hub-Signature-256") is { } signature && IsSignature(signature, request.Body, secret),
    };

    private static bool IsSignature(string signature, ReadOnlyMemory<byte> body, string secret) => signature.StartsWith(Prefix, StringComparison.Ordinal)
        && IsSame(signature[Prefix.Length..].ToLowerInvariant(), Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body.Span)));

    /// <summary>Of the same length, so that the length tells nothing either.</summary>
    private static bool IsSame(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(expected)));
}
