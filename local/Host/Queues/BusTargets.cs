using System.Text.Json.Nodes;
using Sluice.Local.Host.Events;

namespace Sluice.Local.Host.Queues;

/// <summary>Brings events to queues and to functions. Either has stored the event when it is taken over.</summary>
internal sealed class BusTargets(IReadOnlyDictionary<string, AsyncInvocations> functions, QueueStore store, IReadOnlyDictionary<string, QueueConsumer> consumers) : IEventTargets
{
    public Action Store(string target, JsonObject happened)
    {
        if (functions.TryGetValue(target, out var function))
        {
            return function.Store(happened);
        }

        store.Send(target, happened.ToJsonString());
        return consumers.TryGetValue(target, out var consumer) ? consumer.Wake : static () => { };
    }
}
