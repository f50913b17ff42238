using System.Globalization;
using Sluice.Platform.Protocol;
using Sluice.Signing;

namespace Sluice.Platform.SigV4;

/// <summary>Reads the signature of a presigned request from its query.</summary>
internal static class QuerySignature
{
    public const string AlgorithmName = "X-Amz-Algorithm";
    public const string SignatureName = "X-Amz-Signature";
    private const int LongestSeconds = 7 * 24 * 60 * 60;
    private static readonly string[] Required = [AlgorithmName, "X-Amz-Credential", SignatureName, "X-Amz-SignedHeaders", "X-Amz-Date", "X-Amz-Expires"];

    public static Signature Read(IReadOnlyList<QueryParameter> query)
    {
        var missing = Required.Where(name => Value(query, name) is not { Length: > 0 }).Select(name => $"AWS query-string parameters must include '{name}'.").ToList();
        if (missing.Count > 0)
        {
            throw Incomplete($"{string.Join(' ', missing)} Re-examine the query-string parameters.");
        }

        var algorithm = Value(query, AlgorithmName);
        if (algorithm != SigningAlgorithm.Name)
        {
            throw Incomplete($"Unsupported AWS 'algorithm': '{algorithm}'.");
        }

        return Whole(query, SignatureDate.Read(Value(query, "X-Amz-Date")!));
    }

    private static Signature Whole(IReadOnlyList<QueryParameter> query, DateTimeOffset signedAt) => new()
    {
        Scope = SignatureErrors.Scope(Value(query, "X-Amz-Credential")!),
        SignedHeaders = Value(query, "X-Amz-SignedHeaders")!,
        Hex = Value(query, SignatureName)!,
        Date = SigningTime.Write(signedAt),
        SignedAt = signedAt,
        Expires = Expires(Value(query, "X-Amz-Expires")!),
    };

    private static TimeSpan Expires(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= LongestSeconds
            ? TimeSpan.FromSeconds(seconds)
            : throw Incomplete($"X-Amz-Expires must be a number of seconds from 1 to {LongestSeconds}, got '{text}'.");

    private static string? Value(IReadOnlyList<QueryParameter> query, string name) =>
        query.FirstOrDefault(parameter => parameter.Name == name) is { } found ? Uri.UnescapeDataString(found.Value) : null;

    private static ApiException Incomplete(string message) => new(CommonErrors.IncompleteSignature, message);
}
