using System.Security.Cryptography;
using System.Text;
using Sluice.Platform.Actions;

namespace Sluice.Pipelines.Providers.Workers;

/// <summary>What a partner gave to its customer, and the customer to the action: by it the partner's worker shows that a job is for it.</summary>
internal static class PartnerToken
{
    public const string Key = "ClientToken";

    /// <summary>Names the customer; a UUID.</summary>
    public const string IdKey = "ClientId";

    public static string? Of(ActionRequest request) => request.Configuration.GetValueOrDefault(Key) is { Length: > 0 } token ? token : null;

    /// <summary>Whether this is the token, in a time that tells nothing of it.</summary>
    public static bool Fits(ActionRequest request, string token) =>
        Of(request) is { } own && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(own)), SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Which of the partner's customers it is; of one that gave no id, a name of its pipeline.</summary>
    public static string CustomerOf(ActionRequest request) => Guid.TryParseExact(request.Configuration.GetValueOrDefault(IdKey), "D", out var id)
        ? id.ToString("D")
        : new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(request.PipelineName)).AsSpan(0, 16)).ToString("D");
}
