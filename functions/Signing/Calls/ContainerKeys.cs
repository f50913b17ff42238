using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Sluice.Signing.Calls;

/// <summary>The keys of the role that a container has, from the endpoint that AWS gives it; asked for again five minutes before they end.</summary>
/// <param name="http">For calls of the endpoint.</param>
/// <param name="endpoint">Where it is.</param>
/// <param name="authorization">What it wants to be told, if anything.</param>
/// <param name="time">The clock.</param>
public sealed class ContainerKeys(HttpClient http, Uri endpoint, string? authorization, TimeProvider time) : IKeySource
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);
    private AwsKeys? _keys;
    private DateTimeOffset _good;

    /// <inheritdoc/>
    public async ValueTask<AwsKeys> GetAsync(CancellationToken cancellationToken)
    {
        if (_keys is { } keys && time.GetUtcNow() < _good)
        {
            return keys;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, endpoint);
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using var response = await http.SendAsync(request, cancellationToken);
        var answer = response.IsSuccessStatusCode ? await response.Content.ReadFromJsonAsync<JsonObject>(cancellationToken) : null;
        return Read(answer ?? throw new InvalidOperationException($"The container's endpoint for credentials answered with status {(int)response.StatusCode}."));
    }

    private AwsKeys Read(JsonObject answer)
    {
        _good = DateTimeOffset.TryParse(Text("Expiration"), System.Globalization.CultureInfo.InvariantCulture, out var ends) ? ends - Margin : DateTimeOffset.MaxValue;
        _keys = Text("AccessKeyId") is { } id && Text("SecretAccessKey") is { } secret ? new AwsKeys(id, secret, Text("Token")) : null;
        return _keys ?? throw new InvalidOperationException("The container's endpoint for credentials answered without a key.");

        string? Text(string member) => answer[member]?.ToString();
    }
}
