using System.Text.Json.Nodes;

namespace Sluice.Local.Host.Events;

/// <summary>Where rules send events: queues and functions.</summary>
internal interface IEventTargets
{
    /// <summary>Takes the event over: it is stored when this returns. A function is called later, with Lambda's two retries.</summary>
    /// <returns>Says to whom it was sent that it is there.</returns>
    Action Store(string target, JsonObject happened);
}
