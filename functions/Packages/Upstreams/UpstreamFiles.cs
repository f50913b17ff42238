using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Logging;
using Sluice.Packages.Contents;

namespace Sluice.Packages.Upstreams;

/// <summary>
/// Files of registries outside, handed on while they are stored. Who asks while one is under way reads what the first one's fetch brings. One that is cut off, or is not what it should be, is stored nowhere, and none of its readers comes to
/// its end.
/// </summary>
public sealed class UpstreamFiles
{
    private readonly ConcurrentDictionary<string, Lazy<Task<GrowingFile?>>> _underWay = new(StringComparer.Ordinal);
    private readonly UpstreamClient _client;
    private readonly ContentStore _contents;
    private readonly ILogger<UpstreamFiles> _logger;

    internal UpstreamFiles(UpstreamClient client, ContentStore contents, ILogger<UpstreamFiles> logger) => (_client, _contents, _logger) = (client, contents, logger);

    /// <summary>The file, as it comes; null if its registry says that there is none, or it was kept meanwhile.</summary>
    /// <exception cref="UpstreamException">It cannot be had.</exception>
    internal async Task<Stream?> OpenAsync(UpstreamFile file, CancellationToken cancellationToken)
    {
        while (true)
        {
            var flight = _underWay.GetOrAdd(file.Key, new Lazy<Task<GrowingFile?>>(() => BeginAsync(file)));
            if (await HeadAsync(file, flight, cancellationToken) is not { } growing)
            {
                return null;
            }

            if (growing.Open() is { } reader)
            {
                return reader;
            }

            // It ended in this moment.
            Forget(file, flight);
        }
    }

    private async Task<GrowingFile?> HeadAsync(UpstreamFile file, Lazy<Task<GrowingFile?>> flight, CancellationToken cancellationToken)
    {
        GrowingFile? growing = null;
        try
        {
            return growing = await flight.Value.WaitAsync(cancellationToken);
        }
        finally
        {
            if (growing is null && flight.Value.IsCompleted)
            {
                Forget(file, flight);
            }
        }
    }

    private async Task<GrowingFile?> BeginAsync(UpstreamFile file)
    {
        if (await file.IsKept())
        {
            return null;
        }

        var answer = await _client.GetAsync(file.Address, accept: null, etag: null, CancellationToken.None);
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            using (answer)
            {
                return answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone ? null : throw new UpstreamException($"{UpstreamClient.Told(file.Address)} answered {(int)answer.StatusCode}.");
            }
        }

        var growing = new GrowingFile();
        growing.Filling = FetchAsync(file, answer, growing);
        return growing;
    }

    /// <summary>Whatever becomes of it, its readers are told.</summary>
    private async Task FetchAsync(UpstreamFile file, HttpResponseMessage answer, GrowingFile growing)
    {
        try
        {
            await using var body = await _client.BodyAsync(answer);
            await using var writer = new GrowingFileWriter(growing);
            var content = await HashingCopy.RunAsync(body, writer, file.Most, CancellationToken.None);
            if ((file.Check(content) ?? (file.Inspect is { } inspect ? await inspect(growing.Whole()) : null)) is { } fault)
            {
                throw new UpstreamException($"What {UpstreamClient.Told(file.Address)} answered is not what it should be: {fault}");
            }

            await _contents.KeepAsync(file.Domain, growing.Whole(), content, CancellationToken.None);
            await file.Keep(content);
            growing.Done();
        }
        catch (Exception e)
        {
            _logger.LogWarning("{Address} is not kept: {Reason}", UpstreamClient.Told(file.Address), e.Message);
            growing.Failed(e);
        }
        finally
        {
            answer.Dispose();
            _underWay.TryRemove(file.Key, out _);
            growing.Dispose();
        }
    }

    private void Forget(UpstreamFile file, Lazy<Task<GrowingFile?>> flight) => _underWay.TryRemove(KeyValuePair.Create(file.Key, flight));
}
