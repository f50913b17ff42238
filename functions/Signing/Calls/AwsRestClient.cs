using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Signing.Calls;

/// <summary>Calls of a service that speaks AWS's REST protocol in JSON, with all that they say in their address.</summary>
/// <param name="http">Sends them.</param>
/// <param name="endpoint">Where the service is.</param>
/// <param name="signer">Signs them.</param>
/// <param name="time">The clock.</param>
public sealed class AwsRestClient(HttpClient http, Uri endpoint, RequestSigner signer, TimeProvider time)
{
    /// <summary>Sends a request without a body.</summary>
    /// <param name="pathAndQuery">With a slash at its beginning.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="AwsErrorException">The service's answer is an error, or no JSON.</exception>
    /// <exception cref="HttpRequestException">It cannot be reached.</exception>
    public async Task<JsonObject> PostAsync(string pathAndQuery, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(endpoint, pathAndQuery)) { Content = new ByteArrayContent([]) };
        signer.Sign(request, [], time.GetUtcNow());
        using var response = await http.SendAsync(request, cancellationToken);
        var answer = Parse(await response.Content.ReadAsStringAsync(cancellationToken));
        var code = response.Headers.TryGetValues("x-amzn-ErrorType", out var types) ? types.First().Split(':')[0] : $"Http{(int)response.StatusCode}";
        return response.IsSuccessStatusCode && answer is not null ? answer
            : throw new AwsErrorException(code, (string?)(answer?["message"] ?? answer?["Message"]) ?? $"The service answered with status {(int)response.StatusCode}.", response.StatusCode);
    }

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
