namespace Sluice.Platform.Protocol;

/// <summary>What service a request says it is signed for. It is a claim: whoever acts on it has it verified.</summary>
public static class ClaimedService
{
    private const int Parts = 5;
    private const int Service = 3;

    /// <summary>By the scope of its credential; null if it has none that can be read.</summary>
    public static string? Of(ApiRequest request) =>
        After(request.Header("Authorization"), "Credential=", ',') ?? After(Uri.UnescapeDataString(request.Query), "X-Amz-Credential=", '&');

    /// <summary>Whether anything claims to be a signature.</summary>
    public static bool IsSigned(ApiRequest request) =>
        request.Header("Authorization") is not null || request.Query.Contains("X-Amz-Signature=", StringComparison.Ordinal);

    private static string? After(string? text, string name, char end)
    {
        var at = text?.IndexOf(name, StringComparison.Ordinal) ?? -1;
        return at >= 0 && text![(at + name.Length)..].Split(end)[0].Split('/') is { Length: Parts } scope ? scope[Service] : null;
    }
}
