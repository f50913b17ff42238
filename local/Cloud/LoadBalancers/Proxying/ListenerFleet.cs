using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Sluice.Local.Cloud.LoadBalancers.Storage;
using Sluice.Local.Cloud.LoadBalancers.Targets;
using Sluice.Local.Guarding;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.LoadBalancers.Proxying;

/// <summary>All listeners at work.</summary>
internal sealed class ListenerFleet(BalancerStores stores, TargetFleet targets, TargetMetrics metrics, TimeProvider time, IIds ids, ILogger logger, Unattended unattended) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Listener> _listeners = new(StringComparer.Ordinal);

    // Most suites have no listener, and the forwarder costs memory.
    private readonly Lazy<ReverseProxy> _proxy = new(() => new ReverseProxy(time, ids, ReverseProxy.IdleTimeout));

    /// <summary>Takes up what is remembered, on the ports that it had.</summary>
    public async Task StartAsync()
    {
        foreach (var record in stores.Listeners.All)
        {
            try
            {
                Put(record, await ListenAsync(record.Port));
            }
            catch (IOException e)
            {
                logger.LogError(e, "The listener {Listener} is down: its port {Port} is taken by another program. It comes back when the suite starts while the port is free.", record.Arn, record.Port);
            }
        }
    }

    /// <summary>A listener that answers 503 until it is given its record.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public async Task<Listener> ListenAsync(int port)
    {
        var listener = new Listener(targets, _proxy.Value, metrics, time, unattended);
        await listener.StartAsync(port);
        return listener;
    }

    /// <summary>From the next request on it routes so.</summary>
    public void Put(ListenerRecord record, Listener? started = null)
    {
        var listener = started ?? _listeners.GetValueOrDefault(record.Arn);
        if (listener is not null)
        {
            listener.Record = record;
            _listeners[record.Arn] = listener;
        }
    }

    public async Task RemoveAsync(string arn)
    {
        if (_listeners.TryRemove(arn, out var listener))
        {
            await listener.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_listeners.Values.Select(listener => listener.DisposeAsync().AsTask()));
        if (_proxy.IsValueCreated)
        {
            _proxy.Value.Dispose();
        }
    }
}
