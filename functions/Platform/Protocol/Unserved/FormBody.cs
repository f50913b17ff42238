using System.Text;

namespace Sluice.Platform.Protocol.Unserved;

/// <summary>The parameters of the query protocols, in the query and in a body that is a form.</summary>
internal static class FormBody
{
    public static bool IsOne(ApiRequest request) => request.Header("Content-Type")?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) is true;

    public static IReadOnlyList<(string Name, string Value)> Parameters(ApiRequest request) =>
        [.. DecodedQuery.Of(request.Query), .. IsOne(request) ? DecodedQuery.Of(Encoding.UTF8.GetString(request.Body.Span)) : []];
}
