using System.Collections.Concurrent;

namespace Sluice.Packages.Upstreams;

/// <summary>Does a thing once for all who want it at the same time.</summary>
internal sealed class SingleFlight<T>
{
    private readonly ConcurrentDictionary<string, Lazy<Task<T>>> _underWay = new(StringComparer.Ordinal);

    /// <summary>What the thing under way brings, or else a new one. Who does not wait any more does not end it.</summary>
    public async Task<T> RunAsync(string key, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var mine = new Lazy<Task<T>>(work);
        var flight = _underWay.GetOrAdd(key, mine);
        try
        {
            return await flight.Value.WaitAsync(cancellationToken);
        }
        finally
        {
            if (flight.Value.IsCompleted)
            {
                _underWay.TryRemove(KeyValuePair.Create(key, flight));
            }
        }
    }
}
