using System.Net;
using System.Text;
using Sluice.Local.Cloud.Delivering;

namespace Sluice.Local.Cloud.Topics.Messages;

/// <summary>Posts messages to subscribers.</summary>
internal sealed class HttpSender : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    // What listens on this machine is asked directly, whatever proxy there is for the rest.
    private readonly HttpClient _here = Client(useProxy: false);
    private readonly HttpClient _elsewhere = Client(useProxy: true);

    /// <exception cref="DeliveryFailedException">It was not taken.</exception>
    public async Task SendAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address(delivery.Target)) { Content = new StringContent(delivery.Body, Encoding.UTF8, "text/plain") };
        request.Headers.TryAddWithoutValidation("User-Agent", "Amazon Simple Notification Service Agent");
        Sign(request, delivery.Target);
        foreach (var (name, value) in delivery.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await AnswerAsync(request, cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            // What a client is told is its own fault would be its fault again.
            var isFinal = (int)answer.StatusCode is >= 400 and < 500 && answer.StatusCode != HttpStatusCode.TooManyRequests;
            throw new DeliveryFailedException("HTTP", $"It answered {(int)answer.StatusCode}.", isFinal);
        }
    }

    public void Dispose()
    {
        _here.Dispose();
        _elsewhere.Dispose();
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await (request.RequestUri!.IsLoopback ? _here : _elsewhere).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new DeliveryFailedException("HTTP", e is HttpRequestException ? e.Message : $"It did not answer within {Longest.TotalSeconds} seconds.");
        }
    }

    /// <summary>A name and a password in the URL are sent as they are meant.</summary>
    private static void Sign(HttpRequestMessage request, string target)
    {
        if (new Uri(target).UserInfo is { Length: > 0 } user)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(user))));
        }
    }

    private static Uri Address(string target) => new UriBuilder(target) { UserName = "", Password = "" }.Uri;

    private static HttpClient Client(bool useProxy) => new(new SocketsHttpHandler { UseProxy = useProxy, AllowAutoRedirect = false, UseCookies = false }) { Timeout = Longest };
}
