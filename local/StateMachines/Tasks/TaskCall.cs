using System.Text.Json.Nodes;

namespace Sluice.Local.StateMachines.Tasks;

/// <summary>One call of a Task state.</summary>
/// <param name="Resource">The resource without its pattern suffix.</param>
/// <param name="Pattern">How the state waits.</param>
/// <param name="Parameters">The state's effective input: never to be changed by the callee.</param>
/// <param name="ExecutionArn">Which execution calls.</param>
/// <param name="StateName">Which state calls.</param>
public sealed record TaskCall(string Resource, ServicePattern Pattern, JsonNode? Parameters, string ExecutionArn, string StateName)
{
    /// <summary>For <c>.sync</c>: to be told, once, when the service has accepted the request, with its answer to it. The history shows when that was.</summary>
    public Action<JsonNode?> Submitted { get; init; } = static _ => { };
}
