using System.Security.Cryptography;
using System.Text;
using Sluice.Platform.Protocol;
using Sluice.Signing;

namespace Sluice.Platform.SigV4;

/// <summary>Reads the <c>Authorization</c> header: <c>AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…</c>.</summary>
internal static class HeaderSignature
{
    private static readonly string[] Required = ["Credential", "Signature", "SignedHeaders"];

    public static Signature Read(ApiRequest request, string authorization)
    {
        var parameters = Parameters(authorization);
        var date = request.Header("X-Amz-Date") ?? request.Header("Date");
        List<string> faults = [.. Required.Where(name => parameters.GetValueOrDefault(name) is not { Length: > 0 }).Select(name => $"Authorization header requires '{name}' parameter.")];
        if (date is null)
        {
            faults.Add("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        }

        if (faults.Count > 0)
        {
            throw Incomplete($"{string.Join(' ', faults)} (Hashed with SHA-256 and encoded with Base64) Authorization={Hash(authorization)}");
        }

        return Whole(parameters, SignatureDate.Read(date!));
    }

    private static Signature Whole(Dictionary<string, string> parameters, DateTimeOffset signedAt) => new()
    {
        Scope = SignatureErrors.Scope(parameters["Credential"]),
        SignedHeaders = parameters["SignedHeaders"],
        Hex = parameters["Signature"],
        Date = SigningTime.Write(signedAt),
        SignedAt = signedAt,
    };

    /// <summary>Of another algorithm there are none that we know.</summary>
    private static Dictionary<string, string> Parameters(string authorization)
    {
        var space = authorization.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 || !authorization.AsSpan(0, space).SequenceEqual(SigningAlgorithm.Name)
            ? throw Incomplete($"Unsupported AWS 'algorithm': expected '{SigningAlgorithm.Name}'. (Hashed with SHA-256 and encoded with Base64) Authorization={Hash(authorization)}")
            : Split(authorization[space..]);
    }

    private static Dictionary<string, string> Split(string text)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            parameters[equals < 0 ? part : part[..equals]] = equals < 0 ? "" : part[(equals + 1)..];
        }

        return parameters;
    }

    private static ApiException Incomplete(string message) => new(CommonErrors.IncompleteSignature, message);

    /// <summary>As AWS does, since a header that is not of this kind may hold a secret.</summary>
    private static string Hash(string authorization) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(authorization)));
}
