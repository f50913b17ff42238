using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Sluice.Local.Cloud;
using Sluice.Platform.Storage;

namespace Sluice.Local.Host.Storage;

/// <summary>
/// The stand-ins' events (an alarm's change of state) are told once, by a timer that nobody asks again. One that cannot be stored now is kept in memory, in order, until it can: the space that is kept for taking traffic back
/// is given up for it. After a crash the alarm is judged anew.
/// </summary>
internal sealed class PatientSink(IEventSink sink, StorageHealth storage, SpaceReserve reserve) : IEventSink
{
    private readonly ConcurrentQueue<JsonObject> _waiting = new();
    private readonly Lock _gate = new();

    public void Publish(JsonObject cloudEvent)
    {
        _waiting.Enqueue(cloudEvent);
        Drain();
    }

    /// <summary>Who puts an event on a bus is there to be refused, and to put it again.</summary>
    public void Take(string bus, JsonObject cloudEvent, bool isForwarded) => sink.Take(bus, cloudEvent, isForwarded);

    /// <summary>Tells what waits, as far as it can be stored.</summary>
    public void Drain()
    {
        lock (_gate)
        {
            while (_waiting.TryPeek(out var next) && TryPublish(next))
            {
                _waiting.TryDequeue(out _);
            }
        }
    }

    private bool TryPublish(JsonObject next)
    {
        try
        {
            sink.Publish(next);
            return true;
        }
        catch (Exception e) when (StorageFault.In(e))
        {
            storage.Failed(e);
            return reserve.Release() && TryPublish(next);
        }
    }
}
