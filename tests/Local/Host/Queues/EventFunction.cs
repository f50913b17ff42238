using System.Text.Json.Nodes;
using Amazon.Lambda.Annotations;

namespace Sluice.Local.Tests.Host.Queues;

/// <summary>A function that does with an event what the test wants.</summary>
public sealed class EventFunction(Func<JsonObject, Task> handle)
{
    [LambdaFunction]
    public Task HandleEvent(JsonObject happened) => handle(happened);
}
