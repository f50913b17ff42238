using System.Text.Json.Nodes;

namespace Sluice.Pipelines.Providers.Calls;

/// <summary>What an action's machine does next.</summary>
/// <param name="ActionExecutionId">The action.</param>
/// <param name="Step">To be given back with what the call brings.</param>
/// <param name="Next">Which state is next.</param>
/// <param name="Parameters">The call's parameters.</param>
/// <param name="WaitSeconds">How long it pauses before.</param>
public sealed record AdvanceAnswer(string ActionExecutionId, int Step, string Next, JsonObject Parameters, int WaitSeconds);
