using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Sluice.Packages.Contents;
using Sluice.Platform.Objects;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Upstreams;

/// <summary>
/// Documents of registries outside: lists of versions, metadata. One that was read is good for a while and then asked for anew, by what is known of it; when its registry does not answer, what is kept is given. Who asks at the same time
/// asks once.
/// </summary>
public sealed class UpstreamDocuments
{
    /// <summary>How long nobody is asked again.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(2);

    private const long Largest = 256L * 1024 * 1024;
    private readonly SingleFlight<UpstreamDocument?> _flights = new();
    private readonly UpstreamClient _client;
    private readonly IObjectStore _objects;
    private readonly ITable _table;
    private readonly SuiteBucket _bucket;
    private readonly TimeProvider _time;
    private readonly ILogger<UpstreamDocuments> _logger;

    internal UpstreamDocuments(UpstreamClient client, IObjectStore objects, ITable table, SuiteBucket bucket, TimeProvider time, ILogger<UpstreamDocuments> logger) =>
        (_client, _objects, _table, _bucket, _time, _logger) = (client, objects, table, bucket, time, logger);

    /// <summary>The document at an address; null if its registry says that there is none.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="accept">The media type that is wanted; null for any. Another one is another document.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="UpstreamException">It cannot be had, and none is kept.</exception>
    public Task<UpstreamDocument?> GetAsync(Uri address, string? accept, CancellationToken cancellationToken) =>
        _flights.RunAsync($"{accept} {address}", () => ReadAsync(address, accept), cancellationToken);

    private async Task<UpstreamDocument?> ReadAsync(Uri address, string? accept)
    {
        var key = KeyOf(address, accept);
        var known = (await _table.FindAsync<KnownDocument>(key))?.Value;
        if (known is not null && _time.GetUtcNow() - known.ReadAt is { Ticks: >= 0 } age && age < FreshFor)
        {
            return await KeptAsync(known);
        }

        try
        {
            using var answer = await _client.GetAsync(address, accept, known?.ETag, CancellationToken.None);
            return await TakeAsync(key, address, known, answer);
        }
        catch (UpstreamException e) when (known?.Sha256 is not null)
        {
            _logger.LogWarning("What is kept of {Address} is given: {Reason}", UpstreamClient.Told(address), e.Message);
            return await KeptAsync(known);
        }
    }

    private async Task<UpstreamDocument?> TakeAsync(Key key, Uri address, KnownDocument? known, HttpResponseMessage answer)
    {
        switch (answer.StatusCode)
        {
            case HttpStatusCode.NotModified when known is not null:
                await RememberAsync(key, known with { ReadAt = _time.GetUtcNow() });
                return await KeptAsync(known);
            case HttpStatusCode.NotFound or HttpStatusCode.Gone:
                return null;
            case HttpStatusCode.OK:
                var content = await BodyAsync(address, answer);
                var fresh = new KnownDocument(_time.GetUtcNow(), answer.Headers.ETag?.ToString(), Convert.ToHexStringLower(SHA256.HashData(content)), answer.Content.Headers.ContentType?.ToString());
                using (var stream = new MemoryStream(content, writable: false))
                {
                    await _objects.PutAsync(Place(fresh.Sha256!), stream);
                }

                await RememberAsync(key, fresh);
                return new UpstreamDocument(fresh.Sha256!, content, fresh.ContentType);
            default:
                throw new UpstreamException($"{UpstreamClient.Told(address)} answered {(int)answer.StatusCode}.");
        }
    }

    /// <summary>All of it: what is cut off is an error of the client, which knows the length or the last chunk.</summary>
    private async Task<byte[]> BodyAsync(Uri address, HttpResponseMessage answer)
    {
        try
        {
            await using var body = await _client.BodyAsync(answer);
            using var content = new MemoryStream();
            await HashingCopy.RunAsync(body, content, Largest, CancellationToken.None);
            return content.ToArray();
        }
        catch (Exception e) when (e is HttpRequestException or IOException or ContentTooLargeException)
        {
            throw new UpstreamException($"{UpstreamClient.Told(address)} was not answered whole: {e.Message}");
        }
    }

    private async Task<UpstreamDocument?> KeptAsync(KnownDocument known)
    {
        if (known.Sha256 is null)
        {
            return null;
        }

        await using var content = await _objects.OpenAsync(Place(known.Sha256));
        var bytes = new byte[content.Length];
        await content.ReadExactlyAsync(bytes);
        return new UpstreamDocument(known.Sha256, bytes, known.ContentType);
    }

    private Task RememberAsync(Key key, KnownDocument known) => _table.PutAsync(PutItem.Of(key, known));

    private ObjectRef Place(string sha256) => new(_bucket.Name, $"packages-upstream/{sha256[..2]}/{sha256}");

    private static Key KeyOf(Uri address, string? accept) => new($"PKGUP#{address.Host}", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{accept} {address}"))));
}
