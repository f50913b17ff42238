using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Sluice.Platform.Connections;

/// <summary>Tokens that GitHub gives an app's installation. They are good for an hour, and are asked for again some minutes before that is over.</summary>
internal sealed class InstallationTokens(HttpClient http, TimeProvider time)
{
    private const int Most = 1000;
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly ConcurrentDictionary<string, (string Token, DateTimeOffset Until)> _kept = new(StringComparer.Ordinal);

    /// <param name="api">The host's.</param>
    /// <param name="app">The installed app.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ConnectionUnavailableException">The host gives none.</exception>
    public async Task<string> GetAsync(Uri api, AppSecret app, CancellationToken cancellationToken)
    {
        // A key that was replaced must not go on by what the one before was given.
        var id = $"{api}\n{app.AppId}\n{app.InstallationId}\n{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(app.PrivateKey)))}";
        if (_kept.TryGetValue(id, out var kept) && kept.Until - Margin > time.GetUtcNow())
        {
            return kept.Token;
        }

        var given = await AskAsync(api, app, cancellationToken);
        if (_kept.Count >= Most)
        {
            _kept.Clear();
        }

        _kept[id] = given;
        return given.Token;
    }

    private async Task<(string Token, DateTimeOffset Until)> AskAsync(Uri api, AppSecret app, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var request = Request(api, app);
            using var response = await http.SendAsync(request, either.Token);
            return response.IsSuccessStatusCode
                ? Read(await response.Content.ReadAsStringAsync(either.Token))
                : throw new ConnectionUnavailableException($"{api.Host} gives the app {app.AppId} no token for its installation {app.InstallationId}: it answered {(int)response.StatusCode} {response.ReasonPhrase}.");
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new ConnectionUnavailableException($"{api.Host} was asked for a token of the app {app.AppId}, and did not answer as GitHub does.", e);
        }
        catch (CryptographicException e)
        {
            throw new ConnectionUnavailableException($"The private key of the app {app.AppId} cannot be used: {e.Message}", e);
        }
    }

    private HttpRequestMessage Request(Uri api, AppSecret app)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{api.AbsoluteUri.TrimEnd('/')}/app/installations/{Uri.EscapeDataString(app.InstallationId)}/access_tokens");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", AppJwt.Write(app, time.GetUtcNow()));
        GitHostClient.Name(request);
        request.Headers.Accept.ParseAdd("application/vnd.github+json");
        return request;
    }

    private static (string Token, DateTimeOffset Until) Read(string answer)
    {
        using var document = JsonDocument.Parse(answer);
        return (document.RootElement.GetProperty("token").GetString() ?? throw new FormatException("There is no token."), document.RootElement.GetProperty("expires_at").GetDateTimeOffset());
    }
}
