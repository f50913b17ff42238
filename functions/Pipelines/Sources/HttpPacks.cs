using System.Net.Http.Headers;
using System.Text;
using Sluice.Pipelines.Sources.Packs;

namespace Sluice.Pipelines.Sources;

/// <summary>Fetches commits by git's smart HTTP protocol: version 2 where the server has it, else version 0.</summary>
internal sealed class HttpPacks(HttpClient http, HostGates hosts, TimeProvider time)
{
    private const int LongestList = 32 * 1024 * 1024;

    /// <exception cref="SourceUnavailableException">The repository cannot be read.</exception>
    /// <exception cref="FormatException">The server gives something else, or too much.</exception>
    public Task<Pack> FetchAsync(Uri repository, AuthenticationHeaderValue? signIn, PackWish wish, CancellationToken cancellationToken) =>
        hosts.AskAsync(repository, () => AskAsync(repository, signIn, wish, cancellationToken), evenIfClosed: true, cancellationToken);

    private async Task<Pack> AskAsync(Uri repository, AuthenticationHeaderValue? signIn, PackWish wish, CancellationToken cancellationToken)
    {
        var shown = Credentials.Removed(repository.OriginalString);
        using var limit = new CancellationTokenSource(wish.Limits.Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return PackReader.Read(await PackAsync(new Exchange(repository, signIn, shown, either.Token), wish), wish.Limits);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HostFaultException($"The repository '{shown}' did not answer within {wish.Limits.Patience.TotalSeconds} seconds.");
        }
        catch (EndOfStreamException e)
        {
            throw new FormatException("the server's answer ends in the middle.", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new HostFaultException($"The repository '{shown}' cannot be reached: {e.Message}");
        }
    }

    private async Task<byte[]> PackAsync(Exchange exchange, PackWish wish)
    {
        var list = await ListAsync(exchange);
        if (Abilities(list) is not { } abilities)
        {
            return await PackAnswers.Version0Async(await PostAsync(exchange, PackRequests.Version0(wish, RefAdvertisement.Smart(list)), version2: false), wish.Limits, exchange.Stop);
        }

        var filters = abilities.Any(line => line.StartsWith("fetch=", StringComparison.Ordinal) && line[6..].Split(' ').Contains("filter"));
        return await PackAnswers.Version2Async(await PostAsync(exchange, PackRequests.Version2(wish, filters), version2: true), wish.Limits, exchange.Stop);
    }

    /// <summary>What the server says of itself in version 2; null if it answers in another.</summary>
    private static List<string>? Abilities(byte[] list)
    {
        var lines = PktLines.Read(list).SkipWhile(line => line.StartsWith('#') || line.Length == 0).ToList();
        return lines.FirstOrDefault() == "version 2" ? lines : null;
    }

    private async Task<byte[]> ListAsync(Exchange exchange)
    {
        using var request = Request(HttpMethod.Get, exchange, "info/refs?service=git-upload-pack", version2: true);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, exchange.Stop);
        HttpAnswers.ThrowUnlessFound(response, exchange.Shown, time.GetUtcNow(), exchange.SignIn is not null);
        return await HttpAnswers.ReadAsync(response, LongestList, exchange.Stop);
    }

    private async Task<Stream> PostAsync(Exchange exchange, byte[] body, bool version2)
    {
        using var request = Request(HttpMethod.Post, exchange, "git-upload-pack", version2);
        request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-git-upload-pack-request") } };
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, exchange.Stop);
        HttpAnswers.ThrowUnlessFound(response, exchange.Shown, time.GetUtcNow(), exchange.SignIn is not null);
        return await response.Content.ReadAsStreamAsync(exchange.Stop);
    }

    private static HttpRequestMessage Request(HttpMethod method, Exchange exchange, string rest, bool version2)
    {
        var request = new HttpRequestMessage(method, GitUrl.Of(exchange.Repository, rest));
        GitUrl.Name(request);
        request.Headers.Authorization = exchange.SignIn;
        if (version2)
        {
            request.Headers.TryAddWithoutValidation("Git-Protocol", "version=2");
        }

        return request;
    }

    private sealed record Exchange(Uri Repository, AuthenticationHeaderValue? SignIn, string Shown, CancellationToken Stop);
}
