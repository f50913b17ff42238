using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Sluice.Pipelines.Sources;

/// <summary>
/// Reads refs by git's smart HTTP protocol, or from a plain file server. Time, size and the number of requests at once are bounded; no error shows the URL's credentials.
/// </summary>
internal sealed class HttpRefReader(HttpClient http, TimeProvider time, PollPace? pace = null, HostGates? gates = null) : IDisposable
{
    private const int MostBytes = 32 * 1024 * 1024;
    private const string SmartType = "application/x-git-upload-pack-advertisement";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly HostGates _hosts = gates ?? new(time, pace ?? PollPace.Default);
    private readonly SeenHeads _seen = new();

    /// <summary>A client for many requests.</summary>
    public static HttpClient NewClient() => new(new SocketsHttpHandler
    {
        MaxAutomaticRedirections = 5,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(10),
        AutomaticDecompression = DecompressionMethods.All,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <param name="repository">Its URL.</param>
    /// <param name="branch">Null is the repository's HEAD.</param>
    /// <param name="evenIfClosed">Whether a host that is left alone for a while is asked all the same.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="signIn">What signs in; null for nothing.</param>
    public Task<RefHead> ReadHeadAsync(Uri repository, string? branch, bool evenIfClosed, CancellationToken cancellationToken, AuthenticationHeaderValue? signIn = null) =>
        _hosts.AskAsync(repository, () => AskAsync(repository, (shown, stop) => HeadAsync(repository, branch, signIn, shown, stop), cancellationToken), evenIfClosed, cancellationToken);

    /// <summary>All that has a name.</summary>
    public Task<RefAdvertisement> ListAsync(Uri repository, bool evenIfClosed, AuthenticationHeaderValue? signIn, CancellationToken cancellationToken) =>
        _hosts.AskAsync(repository, () => AskAsync(repository, (shown, stop) => ListAsync(repository, signIn, shown, stop), cancellationToken), evenIfClosed, cancellationToken);

    public void Dispose() => _hosts.Dispose();

    private async Task<T> AskAsync<T>(Uri repository, Func<string, CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        var shown = Credentials.Removed(repository.OriginalString);
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await ask(shown, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HostFaultException($"The repository '{shown}' did not answer within {Patience.TotalSeconds} seconds.");
        }
        catch (HttpRequestException e)
        {
            throw new HostFaultException($"The repository '{shown}' cannot be reached: {e.Message}");
        }
        catch (IOException e)
        {
            throw new HostFaultException($"The repository '{shown}' stopped in the middle of its answer: {e.Message}");
        }
        catch (FormatException e)
        {
            throw new SourceUnavailableException($"'{shown}' does not answer like a git repository: {e.Message}");
        }
    }

    private async Task<RefHead> HeadAsync(Uri repository, string? branch, AuthenticationHeaderValue? signIn, string shown, CancellationToken cancellationToken)
    {
        // Who may not see it must not be told what another was.
        var seen = signIn is null ? _seen.Find(repository.AbsoluteUri, branch) : null;
        using var response = await GetAsync(repository, "info/refs?service=git-upload-pack", seen?.Mark, signIn, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotModified && seen is { } same)
        {
            return same.Head;
        }

        HttpAnswers.ThrowUnlessFound(response, shown, time.GetUtcNow(), signIn is not null);
        var head = RefChoice.Of(await AdvertisementAsync(repository, response, branch is null, signIn, cancellationToken), branch, shown);
        if (signIn is null)
        {
            _seen.Keep(repository.AbsoluteUri, head, response.Headers.ETag);
        }

        return head;
    }

    private async Task<RefAdvertisement> ListAsync(Uri repository, AuthenticationHeaderValue? signIn, string shown, CancellationToken cancellationToken)
    {
        using var response = await GetAsync(repository, "info/refs?service=git-upload-pack", mark: null, signIn, cancellationToken);
        HttpAnswers.ThrowUnlessFound(response, shown, time.GetUtcNow(), signIn is not null);
        return await AdvertisementAsync(repository, response, wantsHead: true, signIn, cancellationToken);
    }

    private async Task<RefAdvertisement> AdvertisementAsync(Uri repository, HttpResponseMessage response, bool wantsHead, AuthenticationHeaderValue? signIn, CancellationToken cancellationToken)
    {
        var content = await HttpAnswers.ReadAsync(response, MostBytes, cancellationToken);
        return response.Content.Headers.ContentType?.MediaType == SmartType
            ? RefAdvertisement.Smart(content)
            : RefAdvertisement.Plain(Encoding.UTF8.GetString(content), wantsHead ? await PlainHeadAsync(repository, signIn, cancellationToken) : null);
    }

    private async Task<string?> PlainHeadAsync(Uri repository, AuthenticationHeaderValue? signIn, CancellationToken cancellationToken)
    {
        using var response = await GetAsync(repository, "HEAD", mark: null, signIn, cancellationToken);
        return response.IsSuccessStatusCode ? Encoding.UTF8.GetString(await HttpAnswers.ReadAsync(response, MostBytes, cancellationToken)).Trim() : null;
    }

    private async Task<HttpResponseMessage> GetAsync(Uri repository, string rest, EntityTagHeaderValue? mark, AuthenticationHeaderValue? signIn, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, GitUrl.Of(repository, rest));
        GitUrl.Name(request);
        if (mark is not null)
        {
            request.Headers.IfNoneMatch.Add(mark);
        }

        request.Headers.Authorization = signIn;
        if (signIn is null && repository.UserInfo.Length > 0)
        {
            var credentials = Encoding.UTF8.GetBytes(Decoded(repository.UserInfo));
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(credentials));
        }

        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private static string Decoded(string userInfo)
    {
        var parts = userInfo.Split(':', 2).Select(Uri.UnescapeDataString).ToList();
        return $"{parts[0]}:{parts.ElementAtOrDefault(1)}";
    }
}
