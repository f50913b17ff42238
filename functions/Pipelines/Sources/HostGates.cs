using System.Collections.Concurrent;

namespace Sluice.Pipelines.Sources;

/// <summary>Bounds the requests that are under way, to all hosts together and to each, which is left alone by all of its repositories for a while when it is not well.</summary>
internal sealed class HostGates(TimeProvider time, PollPace pace) : IDisposable
{
    private const int AtOnce = 64;
    private readonly SemaphoreSlim _places = new(AtOnce);
    private readonly ConcurrentDictionary<string, HostGate> _hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Asks a host, when there is a place.</summary>
    /// <exception cref="SourceUnavailableException">The host is left alone now; or what <paramref name="ask"/> found.</exception>
    public Task<T> AskAsync<T>(Uri url, Func<Task<T>> ask, bool evenIfClosed, CancellationToken cancellationToken) =>
        _hosts.GetOrAdd(url.Authority, host => new HostGate(host, time, pace)).AskAsync(
            async () =>
            {
                await _places.WaitAsync(cancellationToken);
                try
                {
                    return await ask();
                }
                finally
                {
                    _places.Release();
                }
            },
            evenIfClosed,
            cancellationToken);

    public void Dispose()
    {
        _places.Dispose();
        foreach (var host in _hosts.Values)
        {
            host.Dispose();
        }
    }
}
