using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Sluice.Pipelines.Sources;

/// <summary>
/// Reads refs by git's smart HTTP protocol, or from a plain file server. Time, size and the number of requests at once are bounded; no error shows the URL's credentials.
/// </summary>
internal sealed class HttpRefReader(HttpClient http, TimeProvider time, PollPace? pace = null) : IDisposable
{
    private const int MostBytes = 32 * 1024 * 1024;
    private const string SmartType = "application/x-git-upload-pack-advertisement";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly HostGates _hosts = new(time, pace ?? PollPace.Default);
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
    public Task<RefHead> ReadHeadAsync(Uri repository, string? branch, bool evenIfClosed, CancellationToken cancellationToken) =>
        _hosts.AskAsync(repository, () => AskAsync(repository, branch, cancellationToken), evenIfClosed, cancellationToken);

    public void Dispose() => _hosts.Dispose();

    private async Task<RefHead> AskAsync(Uri repository, string? branch, CancellationToken cancellationToken)
    {
        var shown = Credentials.Removed(repository.OriginalString);
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await HeadAsync(repository, branch, shown, either.Token);
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

    private async Task<RefHead> HeadAsync(Uri repository, string? branch, string shown, CancellationToken cancellationToken)
    {
        var seen = _seen.Find(repository.AbsoluteUri, branch);
        using var response = await GetAsync(repository, "info/refs?service=git-upload-pack", seen?.Mark, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotModified && seen is { } same)
        {
            return same.Head;
        }

        HttpAnswers.ThrowUnlessFound(response, shown, time.GetUtcNow());
        var head = Choose(await AdvertisementAsync(repository, response, branch, cancellationToken), branch, shown);
        _seen.Keep(repository.AbsoluteUri, head, response.Headers.ETag);
        return head;
    }

    private static RefHead Choose(RefAdvertisement refs, string? branch, string shown)
    {
        if (refs.Branches.Count == 0)
        {
            throw new SourceUnavailableException($"The repository '{shown}' is empty: it has no branch with a commit.");
        }

        var name = branch ?? refs.HeadBranch
            ?? throw new SourceUnavailableException($"The repository '{shown}' does not say which branch its HEAD is; name a branch.");
        return refs.Branches.TryGetValue(name, out var commit)
            ? new RefHead(name, commit)
            : throw new SourceUnavailableException(MissingBranch.Text(shown, name, refs.HeadBranch));
    }

    private async Task<RefAdvertisement> AdvertisementAsync(Uri repository, HttpResponseMessage response, string? branch, CancellationToken cancellationToken)
    {
        var content = await ReadAsync(response, cancellationToken);
        return response.Content.Headers.ContentType?.MediaType == SmartType
            ? RefAdvertisement.Smart(content)
            : RefAdvertisement.Plain(Encoding.UTF8.GetString(content), branch is null ? await PlainHeadAsync(repository, cancellationToken) : null);
    }

    private async Task<string?> PlainHeadAsync(Uri repository, CancellationToken cancellationToken)
    {
        using var response = await GetAsync(repository, "HEAD", mark: null, cancellationToken);
        return response.IsSuccessStatusCode ? Encoding.UTF8.GetString(await ReadAsync(response, cancellationToken)).Trim() : null;
    }

    private async Task<HttpResponseMessage> GetAsync(Uri repository, string rest, EntityTagHeaderValue? mark, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, GitUrl.Of(repository, rest));
        GitUrl.Name(request);
        if (mark is not null)
        {
            request.Headers.IfNoneMatch.Add(mark);
        }

        if (repository.UserInfo.Length > 0)
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

    private static async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var kept = new MemoryStream();
        var part = new byte[64 * 1024];
        for (int count; (count = await content.ReadAsync(part, cancellationToken)) > 0;)
        {
            if (kept.Length + count > MostBytes)
            {
                throw new FormatException($"its list of refs is larger than {MostBytes / 1024 / 1024} MiB.");
            }

            kept.Write(part, 0, count);
        }

        return kept.ToArray();
    }
}
