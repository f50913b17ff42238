namespace Sluice.Platform.Protocol;

/// <summary>What service a request says it is signed for. It is a claim: whoever acts on it has it verified.</summary>
public static class ClaimedService
{
    private const int Parts = 5;
    private const int Service = 3;

    /// <summary>By the scope of its credential; null if it has none that can be read.</summary>
    public static string? Of(ApiRequest request) =>
        After(request.Header("Authorization"), "Credential=", ',') ?? After(Uri.UnescapeDataString(request.Query), "X-Amz-Credential=", '&') ?? (IsLegacyPresigned(request.Query) ? "s3" : null);

    /// <summary>Whether anything claims to be a signature.</summary>
    public static bool IsSigned(ApiRequest request) =>
        request.Header("Authorization") is not null || request.Query.Contains("X-Amz-Signature=", StringComparison.Ordinal) || IsLegacyPresigned(request.Query);

    /// <summary>Whether a query is that of a presigned request to S3 in the form of before Signature Version 4. The query protocols' old signatures say their version.</summary>
    internal static bool IsLegacyPresigned(string query) =>
        query.Contains("AWSAccessKeyId=", StringComparison.Ordinal) && query.Contains("Signature=", StringComparison.Ordinal) && query.Contains("Expires=", StringComparison.Ordinal)
        && !query.Contains("SignatureVersion=", StringComparison.Ordinal);

    private static string? After(string? text, string name, char end)
    {
        var at = text?.IndexOf(name, StringComparison.Ordinal) ?? -1;
        return at >= 0 && text![(at + name.Length)..].Split(end)[0].Split('/') is { Length: Parts } scope ? scope[Service] : null;
    }
}
