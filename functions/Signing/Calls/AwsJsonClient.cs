using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Signing.Calls;

/// <summary>Calls of a service that speaks AWS's JSON protocol. Throttling, the service's own errors and broken connections are tried again, a bounded number of times.</summary>
/// <param name="http">Sends them.</param>
/// <param name="endpoint">Where the service is.</param>
/// <param name="service">Which it is.</param>
/// <param name="region">Where it is, in AWS's words.</param>
/// <param name="keys">What calls are signed with.</param>
/// <param name="time">The clock.</param>
public sealed class AwsJsonClient(HttpClient http, Uri endpoint, AwsJsonService service, string region, IKeySource keys, TimeProvider time)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private const int Attempts = 4;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(2);

    /// <exception cref="AwsErrorException">The service's answer is an error.</exception>
    /// <exception cref="HttpRequestException">It cannot be reached.</exception>
    public async Task<JsonObject> CallAsync(string operation, JsonObject input, CancellationToken cancellationToken)
    {
        var body = Encoding.UTF8.GetBytes(input.ToJsonString(Plain));
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await CallOnceAsync(operation, body, cancellationToken);
            }
            catch (AwsErrorException e) when (attempt < Attempts && e.IsTransient)
            {
                await WaitAsync(attempt, cancellationToken);
            }
            catch (Exception e) when (attempt < Attempts && e is (HttpRequestException or TaskCanceledException { InnerException: TimeoutException }))
            {
                await WaitAsync(attempt, cancellationToken);
            }
        }
    }

    private async Task<JsonObject> CallOnceAsync(string operation, byte[] body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue($"application/x-amz-json-{service.Version}");
        request.Headers.TryAddWithoutValidation("X-Amz-Target", $"{service.Target}.{operation}");
        new RequestSigner(await keys.GetAsync(cancellationToken), region, service.SigningName).Sign(request, body, time.GetUtcNow());
        using var response = await http.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return response.IsSuccessStatusCode ? Parse(text) ?? [] : throw Error(response.StatusCode, Parse(text));
    }

    private static JsonObject? Parse(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            // A load balancer's page, for instance: the status says enough.
            return null;
        }
    }

    /// <summary>The type may have a namespace before it and a URL after it.</summary>
    private static AwsErrorException Error(HttpStatusCode status, JsonObject? answer)
    {
        var type = answer?["__type"]?.GetValue<string>() ?? $"Http{(int)status}";
        var code = type[(type.LastIndexOf('#') + 1)..].Split(':')[0];
        var message = (answer?["message"] ?? answer?["Message"])?.GetValue<string>() ?? $"The service answered with status {(int)status}.";
        return new AwsErrorException(code, message, status);
    }

    private Task WaitAsync(int attempt, CancellationToken cancellationToken)
    {
        var longest = Math.Min((int)LongestDelay.TotalMilliseconds, 100 << attempt);
        return Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(1, longest)), time, cancellationToken);
    }
}
