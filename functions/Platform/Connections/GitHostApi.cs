using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Platform.Connections;

/// <summary>What the suite asks of git hosts by their APIs: webhooks that they are to deliver to, and the statuses of commits.</summary>
/// <param name="http">Follows nobody elsewhere.</param>
/// <param name="time">The clock.</param>
public sealed class GitHostApi(HttpClient http, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>A client as this wants it.</summary>
    public static HttpClient NewClient() => GitHostClient.Create();

    /// <summary>Has the host deliver pushes, signed by a secret.</summary>
    /// <returns>The host's id of it, by which it is taken away.</returns>
    /// <exception cref="GitHostRefusedException">The host does not take it.</exception>
    public async Task<string> AddHookAsync(GitHostRepository repository, string url, string? secret, CancellationToken cancellationToken = default)
    {
        var answer = await SendAsync(repository, HttpMethod.Post, HostHookForms.PathOf(repository), HostHookForms.Of(repository.Provider, url, secret), cancellationToken);
        return HostHookForms.IdOf(repository.Provider, answer) ?? throw new GitHostRefusedException($"{repository.Api.Host} did not say what its webhook is called.");
    }

    /// <summary>Takes a webhook away; one that is not there is no error.</summary>
    /// <exception cref="GitHostRefusedException">The host does not let it go.</exception>
    public async Task RemoveHookAsync(GitHostRepository repository, string id, CancellationToken cancellationToken = default) =>
        await SendAsync(repository, HttpMethod.Delete, $"{HostHookForms.PathOf(repository)}/{Uri.EscapeDataString(id)}", null, cancellationToken);

    /// <summary>Tells how far a commit is. The same status again is no harm.</summary>
    /// <exception cref="GitHostRefusedException">The host does not take it.</exception>
    public async Task ReportAsync(GitHostRepository repository, CommitStatus status, CancellationToken cancellationToken = default) =>
        await SendAsync(repository, HttpMethod.Post, CommitStatusForms.PathOf(repository, status), CommitStatusForms.Of(repository.Provider, status), cancellationToken);

    private async Task<JsonNode?> SendAsync(GitHostRepository repository, HttpMethod method, string path, JsonObject? body, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var request = new HttpRequestMessage(method, $"{repository.Api.AbsoluteUri.TrimEnd('/')}/{path}");
        request.Headers.Authorization = Authorization(repository);
        GitHostClient.Name(request);
        request.Content = body is null ? null : JsonContent.Create(body);
        try
        {
            using var response = await http.SendAsync(request, either.Token);
            var text = await response.Content.ReadAsStringAsync(either.Token);
            return response.IsSuccessStatusCode || (method == HttpMethod.Delete && response.StatusCode == HttpStatusCode.NotFound) ? Read(text) : throw Refused(repository, response, text);
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new GitHostRefusedException($"{repository.Api.Host} was asked, and did not answer.", e) { MayPass = true };
        }
    }

    /// <summary>GitLab's tokens are bearers' as GitHub's are; Bitbucket takes those of people with their name.</summary>
    private static AuthenticationHeaderValue Authorization(GitHostRepository repository) =>
        repository.Provider == GitProvider.Bitbucket && repository.SignIn.UserName != GitProviders.UserOfToken(GitProvider.Bitbucket) ? repository.SignIn.Header : new AuthenticationHeaderValue("Bearer", repository.SignIn.Token);

    private static GitHostRefusedException Refused(GitHostRepository repository, HttpResponseMessage response, string text) =>
        new($"{repository.Api.Host} answered {(int)response.StatusCode} {response.ReasonPhrase}{(Message(text) is { } message ? $": {message}" : "")}.") { MayPass = (int)response.StatusCode is >= 500 or 408 or 429 };

    private static string? Message(string text) => Read(text) is JsonObject answer ? (answer["message"] ?? answer["error"]?["message"] ?? answer["error"])?.ToString() : null;

    private static JsonNode? Read(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
