using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Sluice.Packages.Upstreams;

/// <summary>Asks registries outside by HTTP. A user and password in an address go into a header, and into no message.</summary>
/// <param name="http">Follows redirects, and times out by nothing: this sees to it.</param>
/// <param name="time">For patience.</param>
public sealed class UpstreamClient(HttpClient http, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>A client that keeps connections, and asks for what is packed.</summary>
    public static HttpClient NewClient() => new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>The head of the answer, whatever its status is; the body is still to be read.</summary>
    /// <param name="address">What is asked for.</param>
    /// <param name="accept">The media type; null for any.</param>
    /// <param name="etag">What is known already; null if nothing is.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="UpstreamException">It cannot be reached, or does not answer in time.</exception>
    public async Task<HttpResponseMessage> GetAsync(Uri address, string? accept, string? etag, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Get, address);
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        if (etag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        }

        return await SendAsync(request, address, cancellationToken);
    }

    /// <summary>The head of the answer to who wants nothing but it.</summary>
    /// <exception cref="UpstreamException">It cannot be reached, or does not answer in time.</exception>
    public async Task<HttpResponseMessage> HeadAsync(Uri address, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Head, address);
        return await SendAsync(request, address, cancellationToken);
    }

    /// <summary>Hands a request on.</summary>
    /// <exception cref="UpstreamException">It cannot be reached, or does not answer in time.</exception>
    public async Task<HttpResponseMessage> PostAsync(Uri address, ReadOnlyMemory<byte> body, string type, string? encoding, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Post, address);
        request.Content = new ReadOnlyMemoryContent(body);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (encoding is not null)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        }

        return await SendAsync(request, address, cancellationToken);
    }

    /// <summary>The body of an answer. It ends with an <see cref="IOException"/> if nothing more of it comes for a while.</summary>
    public async Task<Stream> BodyAsync(HttpResponseMessage answer) => new PatientStream(await answer.Content.ReadAsStreamAsync(), Patience, time);

    /// <summary>An address as it may be told: without user, password and query.</summary>
    public static string Told(Uri address) => address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, Uri address, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
        }
        catch (HttpRequestException e)
        {
            throw new UpstreamException($"{Told(address)} cannot be reached: {e.HttpRequestError}.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new UpstreamException($"{Told(address)} did not answer within {Patience.TotalSeconds:0} s.");
        }
    }

    private static HttpRequestMessage Request(HttpMethod method, Uri address)
    {
        var request = new HttpRequestMessage(method, new UriBuilder(address) { UserName = "", Password = "" }.Uri);
        if (address.UserInfo.Length > 0)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(address.UserInfo))));
        }

        return request;
    }
}
